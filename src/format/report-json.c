/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Findings as JSON of our own, for whoever makes something of them: one line
 * a file.
 *
 *	{"senseboard": "0.1.0", "files": [
 *	{"file": "a.yaml", "touchpoints": 20, ..., "findings": [{...}]},
 *	...
 *	], "sum": {...}}
 */
#include "config.h"

#include "format/json-out.h"
#include "format/report.h"

static void begin(GString *out)
{
	g_string_append(out,
			"{\"senseboard\": \"" PACKAGE_VERSION "\", \"files\": "
			"[\n");
}

static json_t *place(const struct journey *j, const struct place *p)
{
	json_t *o = json_object();
	g_autofree char *title = place_title(j, p);

	json_out_set(o, "kind", schema_kind_name(p->kind));
	if (p->kind != PLACE_JOURNEY && !place_blank(j, p, PLACE_ID)) {
		g_autofree char *id = place_text(j, p, PLACE_ID);

		json_out_set(o, "id", id);
	}
	json_out_set(o, "name", title);
	if (p->kind == PLACE_TOUCHPOINT) {
		g_autofree char *stage = place_title(j, p->up);

		json_out_set(o, "stage", stage);
	}
	return o;
}

static const char *field_name(const struct finding *f)
{
	size_t n;

	return f->field < 0 ? NULL
			    : schema_fields(f->place->kind, &n)[f->field].name;
}

static void set_number(json_t *o, const char *key, unsigned number)
{
	json_object_set_new(o, key, json_integer(number));
}

static void set_mark(json_t *o, struct mark m)
{
	if (!m.line)
		return;
	set_number(o, "line", m.line);
	set_number(o, "column", m.column);
}

static json_t *finding(const struct board *b, const struct finding *f)
{
	struct mark m = findings_mark(b->findings, f);
	json_t *o = json_object();

	json_out_set(o, "rule", f->rule->name);
	json_out_set(o, "also", f->also ? f->also->name : NULL);
	json_out_set(o, "level", level_name(f->level));
	set_mark(o, m);
	json_object_set_new(o, "place", place(b->journey, f->place));
	json_out_set(o, "field", field_name(f));
	json_out_set(o, "message", f->message);
	json_out_set(o, "remedy", f->remedy);
	return o;
}

static json_t *trouble(const struct report *r, const struct rule *rule,
		       const char *why)
{
	json_t *o = json_object();

	json_out_set(o, "rule", rule->name);
	json_out_set(o, "level", level_name(rule->level));
	set_mark(o, report_trouble_mark(r));
	json_out_set(o, "message", why);
	return o;
}

static json_t *senses(unsigned bits)
{
	size_t n;
	const struct field *fields = schema_fields(PLACE_TOUCHPOINT, &n);
	json_t *list = json_array();

	for (unsigned i = 0; i < SENSES; i++)
		if (bits >> i & 1)
			json_array_append_new(list,
					      json_out_text(
						      fields[T_SEE + i].name));
	return list;
}

static void add_sum(json_t *o, const struct report_sum *s)
{
	set_number(o, "touchpoints", s->touchpoints);
	set_number(o, "complete", s->complete);
	set_number(o, "errors", s->levels[LEVEL_ERROR]);
	set_number(o, "warnings", s->levels[LEVEL_WARNING]);
	set_number(o, "hints", s->levels[LEVEL_HINT]);
	set_number(o, "to_decide", s->deferred);
	set_number(o, "smiles", s->smiles);
	set_number(o, "frowns", s->frowns);
	json_object_set_new(o, "senses", senses(s->senses));
}

static void file(GString *out, const struct report *r)
{
	const char *why;
	const struct rule *rule = report_trouble(r, &why);
	json_t *o = json_object(), *list = json_array();

	json_out_set(o, "file", r->name);
	if (rule)
		json_array_append_new(list, trouble(r, rule, why));
	else
		add_sum(o, &r->sum);
	for (guint i = 0; i < r->findings->len; i++)
		json_array_append_new(list,
				      finding(r->board, r->findings->pdata[i]));
	json_object_set_new(o, "findings", list);
	json_out(out, o);
}

static void end(GString *out, const struct report_sum *all)
{
	json_t *o = json_object();

	set_number(o, "files", all->files);
	set_number(o, "unreadable", all->broken);
	set_number(o, "skipped", all->skipped);
	add_sum(o, all);
	g_string_append(out, "\n], \"sum\": ");
	json_out(out, o);
	g_string_append(out, "}\n");
}

const struct report_format report_json = {
	.name = "json",
	.begin = begin,
	.file = file,
	.between = ",\n",
	.end = end,
};
