/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/rules-json.h"

#include "format/json-out.h"
#include "i18n.h"
#include "rules/rules.h"

static json_t *describe(const struct rule *rule)
{
	json_t *o = json_object();

	json_out_set(o, "rule", rule->name);
	json_out_set(o, "level", level_name(rule->level));
	json_object_set_new(o, "pedantic", json_boolean(rule->pedantic));
	json_object_set_new(o, "sketch", json_boolean(rule->sketch));
	json_object_set_new(o, "ready_raises",
			    json_boolean(rule->ready_raises));
	json_out_set(o, "help", _(rule->help));
	json_out_set(o, "why", _(rule->why));
	json_out_set(o, "remedy", _(rule->remedy));
	json_out_set(o, "example", rule->example);
	json_out_set(o, "source", _(rule->source));
	return o;
}

void rules_json(GString *out)
{
	const char *before = "[\n";

	for (size_t i = 0; rules_all[i]; i++) {
		g_string_append(out, before);
		json_out(out, describe(rules_all[i]));
		before = ",\n";
	}
	g_string_append(out, "\n]\n");
}
