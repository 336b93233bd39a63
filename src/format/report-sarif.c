/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Findings as SARIF 2.1.0, which code hosts show beside the lines of a change:
 * one run, one line a result, and every rule with its reason.
 *
 * What is relative is relative to the folder we ran in.  A hint is a note.
 */
#include "config.h"

#include "format/json-out.h"
#include "format/report.h"
#include "i18n.h"

#define SCHEMA                                                                \
	"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/" \
	"sarif-schema-2.1.0.json"

static const char *level_word(enum level level)
{
	return level == LEVEL_HINT ? "note" : level_name(level);
}

/* A message object. */
static json_t *words(const char *text)
{
	json_t *o = json_object();

	json_out_set(o, "text", text);
	return o;
}

static json_t *describe(const struct rule *rule)
{
	g_autofree char *help =
		g_strdup_printf("%s %s", _(rule->why), _(rule->remedy));
	json_t *o = json_object();

	json_out_set(o, "id", rule->name);
	json_object_set_new(o, "shortDescription", words(_(rule->help)));
	json_object_set_new(o, "fullDescription", words(_(rule->why)));
	json_object_set_new(o, "help", words(help));
	json_object_set_new(o, "defaultConfiguration",
			    json_pack("{s:s}", "level",
				      level_word(rule->level)));
	return o;
}

static json_t *describe_all(void)
{
	json_t *list = json_array();

	for (size_t i = 0; rules_all[i]; i++)
		json_array_append_new(list, describe(rules_all[i]));
	for (size_t i = 0; report_troubles[i]; i++)
		json_array_append_new(list, describe(report_troubles[i]));
	return list;
}

static void begin(GString *out)
{
	g_string_append(out, "{\"$schema\": \"" SCHEMA "\",\n"
			     "\"version\": \"2.1.0\",\n"
			     "\"runs\": [{\"tool\": {\"driver\": ");
	json_out(out, json_pack("{s:s, s:s, s:o}", "name", "senseboard",
				"semanticVersion", PACKAGE_VERSION, "rules",
				describe_all()));
	g_string_append(out, "},\n\"columnKind\": \"unicodeCodePoints\",\n"
			     "\"results\": [\n");
}

static json_t *artifact(const struct report *r)
{
	g_autofree char *uri = NULL;
	json_t *o = json_object();

	/* the standard says that what has no URI is described */
	if (g_str_equal(r->path, "-")) {
		json_object_set_new(o, "description",
				    words(_("standard input")));
		return o;
	}
	uri = report_uri(r);
	json_out_set(o, "uri", uri);
	return o;
}

/* A location in the file; where the line is 0, the file as a whole. */
static json_t *location(const struct report *r, struct mark m)
{
	json_t *physical = json_object(), *o = json_object();

	json_object_set_new(physical, "artifactLocation", artifact(r));
	if (m.line)
		json_object_set_new(physical, "region",
				    json_pack("{s:i, s:i}", "startLine",
					      (int)m.line, "startColumn",
					      (int)m.column));
	json_object_set_new(o, "physicalLocation", physical);
	return o;
}

static json_t *result(const struct rule *rule, enum level level,
		      const char *text, json_t *take_location)
{
	json_t *o = json_object();

	json_out_set(o, "ruleId", rule->name);
	json_out_set(o, "level", level_word(level));
	json_object_set_new(o, "message", words(text));
	json_object_set_new(o, "locations", json_pack("[o]", take_location));
	return o;
}

/* "The call › Jocelyn answers" */
static char *path_of(const struct journey *j, const struct place *p)
{
	g_autofree char *title = place_title(j, p);
	g_autofree char *above = NULL;

	if (p->kind != PLACE_TOUCHPOINT)
		return g_steal_pointer(&title);
	above = place_title(j, p->up);
	return g_strdup_printf("%s › %s", above, title);
}

static json_t *finding(const struct report *r, const struct finding *f)
{
	const struct board *b = r->board;
	struct mark m = findings_mark(b->findings, f);
	g_autofree char *path = path_of(b->journey, f->place);
	g_autofree char *text = report_words(f);
	json_t *where = location(r, m), *logical = json_object();

	json_out_set(logical, "fullyQualifiedName", path);
	json_out_set(logical, "kind", schema_kind_name(f->place->kind));
	json_object_set_new(where, "logicalLocations",
			    json_pack("[o]", logical));
	return result(f->rule, f->level, text, where);
}

static void file(GString *out, const struct report *r)
{
	const char *why;
	const struct rule *rule = report_trouble(r, &why);

	if (rule)
		json_out(out, result(rule, rule->level, why,
				     location(r, report_trouble_mark(r))));
	for (guint i = 0; i < r->findings->len; i++) {
		if (i)
			g_string_append(out, ",\n");
		json_out(out, finding(r, r->findings->pdata[i]));
	}
}

static void end(GString *out, const struct report_sum *all)
{
	g_string_append(out, "\n],\n\"invocations\": ");
	json_out(out,
		 json_pack("[{s:b}]", "executionSuccessful", all->broken == 0));
	g_string_append(out, "}]}\n");
}

const struct report_format report_sarif = {
	.name = "sarif",
	.begin = begin,
	.file = file,
	.between = ",\n",
	.end = end,
};
