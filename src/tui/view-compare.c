/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What two texts differ in, as `diff -u` says it, to be read before a question
 * about them is answered.  It lies over that question and changes nothing.
 *
 *	 on the disk | yours
 *	 @@ -12,3 +12,3 @@
 *	-    name: Lost call
 *	+    name: Last call
 */
#include "i18n.h"
#include "tui/bars.h"
#include "tui/pager.h"
#include "tui/sheet.h"
#include "tui/views.h"

struct compare {
	struct view view;
	struct pager pager;
};

static struct pager *pager(struct view *v)
{
	return &((struct compare *)v)->pager;
}

static void free_compare(struct view *v)
{
	pager_release(pager(v));
	g_free(v);
}

static bool act(struct app *app G_GNUC_UNUSED, struct view *v,
		const char *action)
{
	return pager_act(pager(v), action);
}

static bool mouse(struct app *app G_GNUC_UNUSED, struct view *v,
		  const struct mouse_event *event)
{
	return event->action == MOUSE_PRESS || pager_mouse(pager(v), event);
}

static void leave(struct app *app, struct view *v)
{
	app_pop(app, v);
}

static const struct action actions[] = {
	{ .name = "leave",
	  .label = N_("back"),
	  .help = N_("Go back to the question."),
	  .run = leave },
	{ .name = NULL },
};

static const char *const contexts[] = { "compare", NULL };

static const char *const hints[] = { "leave",	"up",	     "down",
				     "page-up", "page-down", NULL };

static enum role role_of(const char *line)
{
	switch (*line) {
	case '+':
		return ROLE_GOOD;
	case '-':
		return ROLE_WARNING;
	case '@':
		return ROLE_DIM;
	default:
		return ROLE_CONTENT;
	}
}

/* The first line seen where the last one is at the bottom of R. */
static size_t lowest(const struct pager *p, const struct canvas *c,
		     struct rect r)
{
	size_t line = p->lines->len;
	int used = 0;

	while (line > 0) {
		g_autofree char *text = pager_line(p, line - 1);

		used += MAX(sheet_text_rows(c, text, r.cols), 1);
		if (used > r.rows)
			break;
		line--;
	}
	return MIN(line, p->lines->len - 1);
}

/* Lines are wrapped: what differs may be far to the right. */
static void draw(struct app *app, struct view *v, struct canvas *c)
{
	struct pager *p = pager(v);
	struct rect r = app_body(c);
	int end = r.y + r.rows;

	app_draw_title(app, c, _("compared"));
	r.x = 1;
	r.cols = MAX(c->cols - 2, 1);
	p->cursor = MIN(p->cursor, lowest(p, c, r));
	p->rows = r.rows;
	canvas_cursor(c, r.y, r.x);
	for (size_t line = p->cursor; line < p->lines->len && r.y < end;
	     line++) {
		g_autofree char *text = pager_line(p, line);

		r.rows = end - r.y;
		r.y += MAX(sheet_text(c, r, role_of(text), text), 1);
	}
}

static char *status(struct app *app G_GNUC_UNUSED, struct view *v)
{
	return g_strdup_printf(_("line %zu of %u"), pager(v)->cursor + 1,
			       pager(v)->lines->len);
}

const struct view_kind view_compare_kind = {
	.name = "compare",
	.help = N_("What two texts differ in, line by line."),
	.whole = true,
	.where = contexts,
	.actions = actions,
	.draw = draw,
	.hinted = hints,
	.status = status,
	.act = act,
	.mouse = mouse,
	.free = free_compare,
};

struct view *view_compare_new(char *take_difference)
{
	struct compare *compare = g_new0(struct compare, 1);

	compare->view.kind = &view_compare_kind;
	pager_init(&compare->pager, take_difference, strlen(take_difference));
	return &compare->view;
}
