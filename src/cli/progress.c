/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/progress.h"

#include <string.h>

#include "i18n.h"

#define PATIENCE G_USEC_PER_SEC
#define STEP (G_USEC_PER_SEC / 10)

void progress_begin(struct progress *p, FILE *to, unsigned total, gint64 now)
{
	*p = (struct progress){
		.to = to,
		.total = total,
		.due = now + PATIENCE,
	};
}

void progress_show(struct progress *p, unsigned done, gint64 now)
{
	bool again = p->stands && !p->columns;
	g_autofree char *text = NULL;

	if (!p->to || done == p->total || (now < p->due && !again))
		return;
	p->stands = true;
	p->due = now + STEP;
	text = g_strdup_printf(_("%u of %u files"), done, p->total);
	fprintf(p->to, "\r%s", text);
	p->columns = MAX(p->columns, (int)strlen(text));
	fflush(p->to);
}

void progress_clear(struct progress *p)
{
	if (!p->columns)
		return;
	fprintf(p->to, "\r%*s\r", p->columns, "");
	fflush(p->to);
	p->columns = 0;
}
