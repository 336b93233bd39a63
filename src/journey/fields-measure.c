/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rows of the field table for what a measure of a touchpoint says, in the
 * order in which new keys take their place in it.
 */
#include "journey/fields.h"

#include <string.h>

#include "i18n.h"

static const struct choice directions[] = {
	{ .name = "higher", .help = N_("more of it is better") },
	{ .name = "lower", .help = N_("less of it is better") },
	{ .name = NULL },
};

const struct field schema_measure[M_FIELDS] = {
	[M_METRIC] = {
		.name = "metric",
		.label = N_("measure"),
		.help = N_("What is counted: minutes until somebody says "
			   "hello."),
		.kind = FIELD_TEXT,
		.group = GROUP_BENCHMARKS,
	},
	[M_UNIT] = {
		.name = "unit",
		.label = N_("unit"),
		.help = N_("In which unit: min, %, calls."),
		.kind = FIELD_TEXT,
		.group = GROUP_BENCHMARKS,
	},
	[M_BETTER] = {
		.name = "better",
		.label = N_("better"),
		.help = N_("Whether more of it is better, or less."),
		.kind = FIELD_CHOICE,
		.group = GROUP_BENCHMARKS,
		.choices = directions,
	},
	[M_TARGET] = {
		.name = "target",
		.label = N_("target"),
		.help = N_("The number you want to reach."),
		.kind = FIELD_NUMBER,
		.group = GROUP_BENCHMARKS,
	},
	[M_EXPECTED] = {
		.name = "expected",
		.label = N_("expected"),
		.help = N_("The number that customers take for granted by "
			   "now."),
		.kind = FIELD_NUMBER,
		.group = GROUP_BENCHMARKS,
	},
	[M_SINCE] = {
		.name = "since",
		.label = N_("since"),
		.help = N_("The date from which they take it for granted."),
		.kind = FIELD_DATE,
		.group = GROUP_BENCHMARKS,
	},
	[M_SOURCE] = {
		.name = "source",
		.label = N_("source"),
		.help = N_("How you know this figure."),
		.kind = FIELD_CHOICE,
		.group = GROUP_BENCHMARKS,
		.choices = fields_sources,
	},
	[M_ACTUAL] = {
		.name = "actual",
		.label = N_("actual"),
		.help = N_("What was measured, and when."),
		.kind = FIELD_OTHER,
		.group = GROUP_BENCHMARKS,
		.shape = "- {date: 2026-11-21, value: 4}",
	},
};

const struct field *schema_measure_find(const char *key)
{
	for (size_t i = 0; i < M_FIELDS; i++)
		if (strcmp(schema_measure[i].name, key) == 0)
			return &schema_measure[i];
	return NULL;
}
