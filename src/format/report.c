/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What was found in one file, whichever way it is told, and sums of that.
 */
#include "format/report.h"

#include <string.h>

#include "i18n.h"
#include "journey/curve.h"

static const struct rule trouble_file = {
	.name = "file",
	.help = N_("A file cannot be read."),
	.why = N_("What cannot be read cannot be checked, and nothing is "
		  "known about it: that is no reason to let it pass."),
	.remedy = N_("See that the file is there, that it is a plain file, "
		     "and that you may read it."),
	.level = LEVEL_ERROR,
};

static const struct rule trouble_yaml = {
	.name = "yaml",
	.help = N_("A file is not YAML."),
	.why = N_("A storyboard is a YAML file, so that people, programs and "
		  "git can read it. Where it stops being one, what follows "
		  "would be guessed."),
	.remedy = N_("Mend the line that is named: most often a quotation "
		     "mark is missing, a colon stands in a text that is not "
		     "quoted, or the indentation has slipped."),
	.level = LEVEL_ERROR,
};

static const struct rule trouble_format = {
	.name = "format",
	.help = N_("A file is YAML, but no storyboard."),
	.why = N_("The first line 'senseboard: 1' says that a file is a "
		  "storyboard, and of which version; a title says of which "
		  "journey. Without them the file may be anybody's."),
	.remedy = N_("Begin the file with 'senseboard: 1' and a 'title'; "
		     "'senseboard new' makes one to begin with."),
	.level = LEVEL_ERROR,
};

const struct rule *const report_troubles[] = {
	&trouble_file,
	&trouble_yaml,
	&trouble_format,
	NULL,
};

const struct rule *report_trouble(const struct report *r, const char **why)
{
	const struct board *b = r->board;

	if (b && b->journey)
		return NULL;
	*why = b ? b->problem : r->error;
	if (!b)
		return &trouble_file;
	return b->tree ? &trouble_format : &trouble_yaml;
}

struct mark report_trouble_mark(const struct report *r)
{
	const struct board *b = r->board;

	if (!b)
		return (struct mark){ 0 };
	return (struct mark){
		.line = MAX(b->where.line, 1),
		.column = MAX(b->where.column, 1),
	};
}

char *report_words(const struct finding *f)
{
	return f->remedy ? g_strconcat(f->message, "; ", f->remedy, NULL)
			 : g_strdup(f->message);
}

bool report_fails(const struct report *r, enum level level)
{
	return level >= (r->strict ? LEVEL_WARNING : LEVEL_ERROR);
}

bool report_failed(const struct report *r)
{
	return r->sum.broken || r->sum.levels[LEVEL_ERROR] ||
	       (r->strict && r->sum.levels[LEVEL_WARNING]);
}

static void sum_up(struct report_sum *sum, const struct board *b)
{
	const struct journey *j = b->journey;

	sum->touchpoints = j->n_touchpoints;
	sum->complete = j->complete;
	for (int level = LEVEL_HINT; level < LEVELS; level++)
		sum->levels[level] =
			findings_count(b->findings, (enum level)level);
	sum->deferred = findings_deferred(b->findings);
	sum->smiles = curve_smiles(j);
	sum->frowns = curve_frowns(j);
	for (unsigned i = 0; i < SENSES; i++)
		if (j->per_sense[i])
			sum->senses |= 1u << i;
}

/* Leave the findings that fail. */
static void drop_rest(struct report *r)
{
	guint kept = 0;

	for (guint i = 0; i < r->findings->len; i++) {
		struct finding *f = r->findings->pdata[i];

		if (report_fails(r, f->level))
			r->findings->pdata[kept++] = f;
	}
	g_ptr_array_set_size(r->findings, (int)kept);
}

void report_init(struct report *r, bool quiet)
{
	r->sum = (struct report_sum){ .files = 1 };
	if (!r->board || !r->board->journey) {
		r->findings = g_ptr_array_new();
		r->sum.broken = 1;
		return;
	}
	sum_up(&r->sum, r->board);
	r->findings = findings_list(r->board->findings);
	if (quiet)
		drop_rest(r);
}

void report_clear(struct report *r)
{
	g_ptr_array_unref(r->findings);
}

void report_sum_add(struct report_sum *all, const struct report_sum *one)
{
	all->files += one->files;
	all->broken += one->broken;
	all->skipped += one->skipped;
	all->touchpoints += one->touchpoints;
	all->complete += one->complete;
	for (int level = 0; level < LEVELS; level++)
		all->levels[level] += one->levels[level];
	all->deferred += one->deferred;
	all->smiles += one->smiles;
	all->frowns += one->frowns;
	all->senses |= one->senses;
}

char *report_uri(const struct report *r)
{
	g_autofree char *here = g_get_current_dir();
	g_autofree char *whole = g_canonicalize_filename(r->path, here);
	size_t len = strlen(here);

	if (strncmp(whole, here, len) == 0 && whole[len] == '/')
		return g_uri_escape_string(whole + len + 1, "/", FALSE);
	return g_filename_to_uri(whole, NULL, NULL);
}
