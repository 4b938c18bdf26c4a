/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-fault-vfs.h"

#include <sqlite3.h>
#include <string.h>

typedef struct
{
  sqlite3_file  base;
  sqlite3_file *real;           /* behind this struct, in the same block */
} FaultFile;

static sqlite3_vfs fault_vfs;
static sqlite3_vfs *real_vfs;

/* Touched by the worker and by the test, in turns. */
static int countdown;           /* 0 means: not armed, or spent */
static int failure;
static gboolean lasting;
static gboolean struck;

void
yd_fault_vfs_arm (int      nth,
                  int      code,
                  gboolean for_good)
{
  countdown = nth;
  failure = code;
  lasting = for_good;
  struck = FALSE;
}

/* Returns: whether anything failed since it was armed */
gboolean
yd_fault_vfs_disarm (void)
{
  countdown = 0;
  lasting = FALSE;

  return struck;
}

static gboolean
fails (void)
{
  if (struck && lasting)
    return TRUE;

  if (countdown == 0 || --countdown > 0)
    return FALSE;

  struck = TRUE;
  return TRUE;
}

#define REAL(file) (((FaultFile *) (gpointer) (file))->real)

static int
fault_close (sqlite3_file *file)
{
  return REAL (file)->pMethods->xClose (REAL (file));
}

static int
fault_read (sqlite3_file  *file,
            void          *buffer,
            int            n,
            sqlite3_int64  offset)
{
  return REAL (file)->pMethods->xRead (REAL (file), buffer, n, offset);
}

/* A write that fails leaves half of what was to be written. */
static int
fault_write (sqlite3_file  *file,
             const void    *buffer,
             int            n,
             sqlite3_int64  offset)
{
  if (!fails ())
    return REAL (file)->pMethods->xWrite (REAL (file), buffer, n, offset);

  REAL (file)->pMethods->xWrite (REAL (file), buffer, n / 2, offset);
  return failure;
}

static int
fault_truncate (sqlite3_file  *file,
                sqlite3_int64  size)
{
  return fails () ? SQLITE_IOERR_TRUNCATE : REAL (file)->pMethods->xTruncate (REAL (file), size);
}

static int
fault_sync (sqlite3_file *file,
            int           flags)
{
  return fails () ? SQLITE_IOERR_FSYNC : REAL (file)->pMethods->xSync (REAL (file), flags);
}

static int
fault_file_size (sqlite3_file  *file,
                 sqlite3_int64 *size)
{
  return REAL (file)->pMethods->xFileSize (REAL (file), size);
}

static int
fault_lock (sqlite3_file *file,
            int           level)
{
  return REAL (file)->pMethods->xLock (REAL (file), level);
}

static int
fault_unlock (sqlite3_file *file,
              int           level)
{
  return REAL (file)->pMethods->xUnlock (REAL (file), level);
}

static int
fault_check_reserved (sqlite3_file *file,
                      int          *result)
{
  return REAL (file)->pMethods->xCheckReservedLock (REAL (file), result);
}

static int
fault_control (sqlite3_file *file,
               int           op,
               void         *argument)
{
  return REAL (file)->pMethods->xFileControl (REAL (file), op, argument);
}

static int
fault_sector_size (sqlite3_file *file)
{
  return REAL (file)->pMethods->xSectorSize (REAL (file));
}

static int
fault_characteristics (sqlite3_file *file)
{
  return REAL (file)->pMethods->xDeviceCharacteristics (REAL (file));
}

static int
fault_shm_map (sqlite3_file   *file,
               int             page,
               int             size,
               int             extend,
               void volatile **memory)
{
  return REAL (file)->pMethods->xShmMap (REAL (file), page, size, extend, memory);
}

static int
fault_shm_lock (sqlite3_file *file,
                int           offset,
                int           n,
                int           flags)
{
  return REAL (file)->pMethods->xShmLock (REAL (file), offset, n, flags);
}

static void
fault_shm_barrier (sqlite3_file *file)
{
  REAL (file)->pMethods->xShmBarrier (REAL (file));
}

static int
fault_shm_unmap (sqlite3_file *file,
                 int           remove)
{
  return REAL (file)->pMethods->xShmUnmap (REAL (file), remove);
}

static const sqlite3_io_methods fault_methods = {
  2, fault_close, fault_read, fault_write, fault_truncate, fault_sync, fault_file_size,
  fault_lock, fault_unlock, fault_check_reserved, fault_control, fault_sector_size,
  fault_characteristics, fault_shm_map, fault_shm_lock, fault_shm_barrier, fault_shm_unmap,
};

static int
fault_open (sqlite3_vfs  *vfs,
            const char   *name,
            sqlite3_file *file,
            int           flags,
            int          *out_flags)
{
  FaultFile *self = (FaultFile *) (gpointer) file;
  int rc;

  self->real = (sqlite3_file *) (gpointer) (self + 1);
  rc = real_vfs->xOpen (real_vfs, name, self->real, flags, out_flags);
  self->base.pMethods = self->real->pMethods != NULL ? &fault_methods : NULL;

  return rc;
}

/* Makes it the one that every connection uses. */
void
yd_fault_vfs_register (void)
{
  real_vfs = sqlite3_vfs_find (NULL);
  fault_vfs = *real_vfs;
  fault_vfs.zName = "fault";
  fault_vfs.szOsFile = sizeof (FaultFile) + real_vfs->szOsFile;
  fault_vfs.xOpen = fault_open;
  sqlite3_vfs_register (&fault_vfs, TRUE);
}
