/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-confine.h"

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined (__has_feature)
# if __has_feature (address_sanitizer)
#  define SANITIZED 1
# endif
#endif
#if defined (__SANITIZE_ADDRESS__)
# define SANITIZED 1
#endif

#if defined (__x86_64__)
# define THIS_ARCH AUDIT_ARCH_X86_64
#elif defined (__aarch64__)
# define THIS_ARCH AUDIT_ARCH_AARCH64
#elif defined (__loongarch64)
# define THIS_ARCH AUDIT_ARCH_LOONGARCH64
#elif defined (__riscv) && __riscv_xlen == 64
# define THIS_ARCH AUDIT_ARCH_RISCV64
#endif

static void
set_limit (__rlimit_resource_t resource,
           rlim_t              most)
{
  const struct rlimit limit = { most, most };

  setrlimit (resource, &limit);
}

static void
set_limits (void)
{
  set_limit (RLIMIT_CPU, YD_CONFINE_SECONDS);
  set_limit (RLIMIT_CORE, 0);
  set_limit (RLIMIT_FSIZE, 0);      /* a pipe has no size, so standard output still works */
  set_limit (RLIMIT_MEMLOCK, 0);
  set_limit (RLIMIT_MSGQUEUE, 0);

#ifndef SANITIZED
  /* The sanitizer reserves terabytes, and opens files and threads as it likes. */
  set_limit (RLIMIT_AS, YD_CONFINE_MEMORY);
  set_limit (RLIMIT_NOFILE, 3);
  set_limit (RLIMIT_NPROC, 0);      /* not for root */
#endif
}

#if defined (THIS_ARCH) && !defined (SANITIZED)

#define LOAD(field) \
  BPF_STMT (BPF_LD | BPF_W | BPF_ABS, offsetof (struct seccomp_data, field))
#define ALLOW(call) \
  BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, (call), 0, 1), \
  BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
#define REFUSE \
  BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ERRNO | 1 /* EPERM */)

/* Only what handling memory and descriptors that are open already takes: no
 * file, socket, process or signal to another one. The rest fails with EPERM
 * instead of ending the process: a C library that tries something new has a way
 * to do without. */
static gboolean
filter_calls (void)
{
  static struct sock_filter filter[] = {
    LOAD (arch),
    BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, THIS_ARCH, 1, 0),
    REFUSE,
    LOAD (nr),
    ALLOW (SYS_read),
    ALLOW (SYS_write),
    ALLOW (SYS_mmap),
    ALLOW (SYS_munmap),
    ALLOW (SYS_mremap),
    ALLOW (SYS_brk),
    ALLOW (SYS_madvise),
    ALLOW (SYS_mprotect),
    ALLOW (SYS_futex),
    ALLOW (SYS_lseek),
    ALLOW (SYS_close),
    ALLOW (SYS_exit),
    ALLOW (SYS_exit_group),
    ALLOW (SYS_rt_sigreturn),
    ALLOW (SYS_rt_sigprocmask),
    ALLOW (SYS_restart_syscall),
    ALLOW (SYS_clock_gettime),
    ALLOW (SYS_getrandom),
    REFUSE,
  };
  const struct sock_fprog program = { G_N_ELEMENTS (filter), filter };

  return prctl (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
}

#else

static gboolean
filter_calls (void)
{
  return FALSE;
}

#endif

/**
 * yd_confine_self:
 *
 * Takes away from this process what turning bytes into text does not need, before
 * it looks at the first byte. Descriptors 0 to 2 stay as they are; nothing can be
 * opened afterwards.
 *
 * What holds where:
 * - the limits on processor time, file size and memory: everywhere (memory not
 *   under AddressSanitizer);
 * - no new privileges, no core, no debugger: every Linux;
 * - no files, network and processes: where the kernel filters system calls, on
 *   x86-64, AArch64, LoongArch and RISC-V. Elsewhere no network where a user may
 *   have an own namespace; files are kept off by the limit on descriptors.
 * Nothing here is fatal if it fails: each is one fence of several.
 */
void
yd_confine_self (void)
{
  prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
#ifndef SANITIZED
  prctl (PR_SET_DUMPABLE, 0, 0, 0, 0);   /* the leak check reads its own memory map */
#endif
  set_limits ();

  /* A namespace takes the kernel some milliseconds, so it is only the second choice. */
  if (!filter_calls ())
    unshare (CLONE_NEWUSER | CLONE_NEWNET);
}
