/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-detail-section.h"

#include "yd-compat.h"

/**
 * YdDetailSection:
 *
 * The facts of one kind: a small head with their number, a card with one row for each,
 * and at its foot the way to add one. Rows stay while their facts do, so that the focus
 * stays as well.
 */

struct _YdDetailSection
{
  GtkBox            parent_instance;

  /* Owned */
  YdPlan           *plan;
  GListModel       *facts;

  /* Borrowed */
  const YdFactKind *kind;

  /* Template */
  GtkLabel         *title;
  GtkLabel         *count;
  GtkWidget        *card;
  GtkListBox       *list;
  GtkLabel         *nothing;
  AdwBin           *foot;

  gboolean          read_only;
};

G_DEFINE_FINAL_TYPE (YdDetailSection, yd_detail_section, GTK_TYPE_BOX)

enum {
  PROP_0,
  PROP_TITLE,
  PROP_NOTHING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* A row is not in the window while it is made. */
static YdSchedule *
get_schedule (YdDetailSection *self)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), YD_TYPE_PAGE);
  YdSession *session = page != NULL ? yd_page_get_session (YD_PAGE (page)) : NULL;

  return session != NULL ? yd_session_get_schedule (session) : NULL;
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  YdDetailSection *self = user_data;
  GtkWidget *row = yd_fact_row_new (item, self->kind);

  yd_fact_row_update (YD_FACT_ROW (row), self->plan, get_schedule (self), self->read_only);

  return row;
}

static void
yd_detail_section_dispose (GObject *object)
{
  YdDetailSection *self = YD_DETAIL_SECTION (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), YD_TYPE_DETAIL_SECTION);
  g_clear_object (&self->facts);
  g_clear_object (&self->plan);

  G_OBJECT_CLASS (yd_detail_section_parent_class)->dispose (object);
}

static void
yd_detail_section_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  YdDetailSection *self = YD_DETAIL_SECTION (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      gtk_label_set_label (self->title, g_value_get_string (value));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      g_value_get_string (value), -1);
      break;

    case PROP_NOTHING:
      gtk_label_set_label (self->nothing, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yd_detail_section_class_init (YdDetailSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags wo = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = yd_detail_section_dispose;
  object_class->set_property = yd_detail_section_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, wo);
  properties[PROP_NOTHING] = g_param_spec_string ("nothing", NULL, NULL, NULL, wo);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-detail-section.ui");
  gtk_widget_class_bind_template_child (widget_class, YdDetailSection, title);
  gtk_widget_class_bind_template_child (widget_class, YdDetailSection, count);
  gtk_widget_class_bind_template_child (widget_class, YdDetailSection, card);
  gtk_widget_class_bind_template_child (widget_class, YdDetailSection, list);
  gtk_widget_class_bind_template_child (widget_class, YdDetailSection, nothing);
  gtk_widget_class_bind_template_child (widget_class, YdDetailSection, foot);
}

static void
yd_detail_section_init (YdDetailSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Says how the facts are shown; once. */
void
yd_detail_section_set_up (YdDetailSection  *self,
                          const YdFactKind *kind)
{
  g_return_if_fail (YD_IS_DETAIL_SECTION (self));

  self->kind = kind;
}

/* What stands below the facts, and can add one. */
void
yd_detail_section_set_foot (YdDetailSection *self,
                            GtkWidget       *foot)
{
  g_return_if_fail (YD_IS_DETAIL_SECTION (self));

  adw_bin_set_child (self->foot, foot);
}

/* Returns: (transfer none) (nullable): what stands below the facts */
GtkWidget *
yd_detail_section_get_foot (YdDetailSection *self)
{
  g_return_val_if_fail (YD_IS_DETAIL_SECTION (self), NULL);

  return adw_bin_get_child (self->foot);
}

/**
 * yd_detail_section_show:
 * @self: a section
 * @plan: (nullable): the plan
 * @facts: (nullable) (element-type YdRow): its facts
 */
void
yd_detail_section_show (YdDetailSection *self,
                        YdPlan          *plan,
                        GListModel      *facts)
{
  g_return_if_fail (YD_IS_DETAIL_SECTION (self));

  g_set_object (&self->plan, plan);
  if (g_set_object (&self->facts, facts))
    gtk_list_box_bind_model (self->list, facts, create_row, self, NULL);
}

/* Says again what the facts say now. */
void
yd_detail_section_update (YdDetailSection *self,
                          gboolean         read_only)
{
  guint n = self->facts != NULL ? g_list_model_get_n_items (self->facts) : 0;
  g_autofree char *count = g_strdup_printf ("%u", n);
  gboolean has_foot = adw_bin_get_child (self->foot) != NULL && !read_only;
  gboolean says_nothing = n == 0 && *gtk_label_get_label (self->nothing) != '\0';

  self->read_only = read_only;
  for (guint i = 0; i < n; i++)
    yd_fact_row_update (YD_FACT_ROW (yd_detail_section_get_row (self, i)), self->plan,
                        get_schedule (self), read_only);

  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->count), n > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), says_nothing);
  gtk_widget_set_visible (GTK_WIDGET (self->foot), has_foot);
  if (n > 0 || says_nothing)
    gtk_widget_add_css_class (GTK_WIDGET (self->foot), "yd-ruled");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->foot), "yd-ruled");
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0 || says_nothing || has_foot);
}

/* Returns: (transfer none) (nullable): the row of a fact */
GtkWidget *
yd_detail_section_get_row (YdDetailSection *self,
                           guint            position)
{
  g_return_val_if_fail (YD_IS_DETAIL_SECTION (self), NULL);

  return GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) position));
}
