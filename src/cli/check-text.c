/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Findings for people: one line each, as compilers say it, so that editors
 * jump there.
 *
 *	FILE:LINE:COLUMN: LEVEL: FACT; REMEDY [RULE]
 *
 * A last line for each file says how much of it holds, and one for all of
 * them what they add up to.
 */
#include "cli/check-files.h"
#include "cli/say.h"
#include "i18n.h"

/* Take LINE out through the gate, and leave it empty. */
static void put_line(GString *out, GString *line)
{
	say_append(out, line->str, line->len);
	g_string_append_c(out, '\n');
	g_string_truncate(line, 0);
}

static void append_found(GString *line, const struct report_sum *s)
{
	unsigned errors = s->levels[LEVEL_ERROR];
	unsigned warnings = s->levels[LEVEL_WARNING];
	unsigned hints = s->levels[LEVEL_HINT];

	if (errors)
		g_string_append_printf(line,
				       ngettext(", %u error", ", %u errors",
						errors),
				       errors);
	if (warnings)
		g_string_append_printf(line,
				       ngettext(", %u warning", ", %u warnings",
						warnings),
				       warnings);
	if (hints)
		g_string_append_printf(line,
				       ngettext(", %u hint", ", %u hints",
						hints),
				       hints);
	if (s->deferred)
		g_string_append_printf(line,
				       ngettext(", %u thing to decide",
						", %u things to decide",
						s->deferred),
				       s->deferred);
}

static void append_faces(GString *line, const struct report_sum *s)
{
	if (!s->smiles && !s->frowns)
		return;
	g_string_append_printf(line,
			       ngettext("; %u smile", "; %u smiles", s->smiles),
			       s->smiles);
	if (s->frowns)
		g_string_append_printf(line,
				       ngettext(", %u frown", ", %u frowns",
						s->frowns),
				       s->frowns);
}

static unsigned count_bits(unsigned bits)
{
	unsigned n = 0;

	for (; bits; bits &= bits - 1)
		n++;
	return n;
}

/* The equation, what was found, and the faces. */
static void append_sum(GString *line, const struct report_sum *s)
{
	g_string_append_printf(line,
			       _("%u of %u touchpoints: What + Who = How "
				 "holds"),
			       s->complete, s->touchpoints);
	append_found(line, s);
	append_faces(line, s);
}

static void put_trouble(GString *out, GString *line, const struct report *r)
{
	const char *why;
	const struct rule *rule = report_trouble(r, &why);
	struct mark m = report_trouble_mark(r);

	/* what has no place is complained of */
	if (!rule || !m.line)
		return;
	g_string_printf(line, "%s:%u:%u: %s: %s [%s]", r->name, m.line,
			m.column, level_name(rule->level), why, rule->name);
	put_line(out, line);
}

static void put_finding(GString *out, GString *line, const struct report *r,
			const struct finding *f)
{
	struct mark m = findings_mark(r->board->findings, f);
	g_autofree char *words = report_words(f);

	g_string_printf(line, "%s:%u:%u: %s: %s [%s%s%s]", r->name, m.line,
			m.column, level_name(f->level), words, f->rule->name,
			f->also ? ", " : "", f->also ? f->also->name : "");
	put_line(out, line);
}

static void put_findings(GString *out, const struct report *r)
{
	g_autoptr(GString) line = g_string_new(NULL);

	put_trouble(out, line, r);
	for (guint i = 0; i < r->findings->len; i++)
		put_finding(out, line, r, r->findings->pdata[i]);
}

static void put_file(GString *out, const struct report *r)
{
	g_autoptr(GString) line = g_string_new(NULL);

	put_findings(out, r);
	if (r->sum.broken)
		return;
	g_string_printf(line, "%s: ", r->name);
	append_sum(line, &r->sum);
	if (r->sum.touchpoints)
		g_string_append_printf(line, _("; %u of %u senses"),
				       count_bits(r->sum.senses), SENSES);
	put_line(out, line);
}

static void end(GString *out, const struct report_sum *all)
{
	g_autoptr(GString) line = g_string_new(NULL);

	if (all->files - all->broken > 1) {
		g_string_printf(line, _("%u storyboards: "),
				all->files - all->broken);
		append_sum(line, all);
		put_line(out, line);
	}
	if (all->skipped) {
		g_string_printf(line,
				ngettext("%u other YAML file skipped",
					 "%u other YAML files skipped",
					 all->skipped),
				all->skipped);
		put_line(out, line);
	}
}

const struct report_format report_text = {
	.name = "text",
	.file = put_file,
	.between = "",
	.end = end,
};

const struct report_format report_text_quiet = {
	.name = "text",
	.file = put_findings,
	.between = "",
};
