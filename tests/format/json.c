/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Findings as JSON and as SARIF, read back by a parser.
 *
 * SARIF has a schema, which is not ours to pass on; so what it demands of the
 * properties that we write stands here, and any other property fails.
 */
#include <criterion/criterion.h>
#include <jansson.h>
#include <string.h>

#include "bench.h"

/* What a format makes of a good, a bad, a hostile and three broken files. */
static json_t *tell(const struct report_format *format)
{
	struct bench files[6];
	g_autofree char *text = NULL;
	json_error_t error;
	json_t *json;

	bench_set_up(&files[0], "good.yaml", bench_good, false);
	bench_set_up(&files[1], "a b/bad.yaml", bench_bad, false);
	bench_set_up(&files[2], "\xff\033[2J.yaml", bench_hostile, false);
	bench_set_up(&files[3], "-", "a: b\n", false);
	bench_set_up(&files[4], "broken.yaml", "a: [\n", false);
	bench_set_up(&files[5], "/none.yaml", NULL, false);
	text = bench_tell(format, files, G_N_ELEMENTS(files));
	for (size_t i = 0; i < G_N_ELEMENTS(files); i++)
		bench_clear(&files[i]);
	for (const char *p = text; *p; p++)
		cr_assert(*p == '\n' || (*p >= ' ' && *p <= '~'));
	json = json_loads(text, JSON_REJECT_DUPLICATES, &error);
	cr_assert(json, "line %d: %s", error.line, error.text);
	return json;
}

static const char *text_at(const json_t *object, const char *key)
{
	const char *text = json_string_value(json_object_get(object, key));

	cr_assert(text, "no text at '%s'", key);
	return text;
}

static json_int_t number_at(const json_t *object, const char *key)
{
	json_t *number = json_object_get(object, key);

	cr_assert(json_is_integer(number), "no number at '%s'", key);
	return json_integer_value(number);
}

/* The object has the KEYS (blanks between them), and no others but MAY. */
static void expect_keys(const json_t *object, const char *keys, const char *may)
{
	g_auto(GStrv) must = g_strsplit(keys, " ", -1);
	g_auto(GStrv) others = g_strsplit(may, " ", -1);
	const char *key;
	json_t *value;

	cr_assert(json_is_object(object));
	for (char **k = must; *k; k++)
		cr_expect(json_object_get(object, *k), "no '%s'", *k);
	json_object_foreach((json_t *)object, key, value)
		cr_expect(g_strv_contains((const char *const *)must, key) ||
				  g_strv_contains((const char *const *)others,
						  key),
			  "'%s' is not in the schema", key);
}

/* --- ours ------------------------------------------------------------------ */

Test(json, tells_each_file_and_the_sum)
{
	json_t *all = tell(&report_json);
	json_t *files = json_object_get(all, "files");
	json_t *sum = json_object_get(all, "sum");

	expect_keys(all, "senseboard files sum", "");
	cr_assert_eq(json_array_size(files), 6);
	cr_expect_str_eq(text_at(json_array_get(files, 0), "file"),
			 "good.yaml");
	cr_expect_eq(number_at(json_array_get(files, 0), "complete"), 1);
	cr_expect_eq(number_at(sum, "files"), 6);
	cr_expect_eq(number_at(sum, "unreadable"), 3);
	cr_expect_eq(number_at(sum, "touchpoints"), 2);
	json_decref(all);
}

Test(json, tells_where_and_what_a_finding_is)
{
	json_t *all = tell(&report_json);
	json_t *file = json_array_get(json_object_get(all, "files"), 1);
	json_t *found = json_array_get(json_object_get(file, "findings"), 0);
	json_t *place = json_object_get(found, "place");

	expect_keys(found, "rule level line column place message remedy",
		    "also field");
	cr_expect_str_eq(text_at(found, "rule"), "no-who");
	cr_expect_str_eq(text_at(found, "level"), "error");
	cr_expect_str_eq(text_at(found, "field"), "who");
	cr_expect_eq(number_at(found, "line"), 6);
	cr_expect_str_eq(text_at(place, "kind"), "touchpoint");
	cr_expect_str_eq(text_at(place, "id"), "door");
	cr_expect_str_eq(text_at(place, "stage"), "stage 1");
	json_decref(all);
}

Test(json, tells_what_cannot_be_read)
{
	json_t *all = tell(&report_json);
	json_t *file = json_array_get(json_object_get(all, "files"), 5);
	json_t *found = json_array_get(json_object_get(file, "findings"), 0);

	expect_keys(file, "file findings", "");
	expect_keys(found, "rule level message", "");
	cr_expect_str_eq(text_at(found, "rule"), "file");
	json_decref(all);
}

/* --- SARIF ----------------------------------------------------------------- */

static void expect_message(const json_t *message)
{
	expect_keys(message, "text", "");
	cr_expect(*text_at(message, "text"));
}

static void expect_level(const json_t *object)
{
	static const char *const levels[] = { "none", "note", "warning",
					      "error", NULL };

	cr_expect(g_strv_contains(levels, text_at(object, "level")));
}

static void expect_rule(const json_t *rule)
{
	expect_keys(rule,
		    "id shortDescription fullDescription help "
		    "defaultConfiguration",
		    "");
	expect_message(json_object_get(rule, "shortDescription"));
	expect_message(json_object_get(rule, "fullDescription"));
	expect_message(json_object_get(rule, "help"));
	expect_level(json_object_get(rule, "defaultConfiguration"));
	cr_expect(*text_at(rule, "id"));
}

static void expect_physical(const json_t *physical)
{
	const json_t *artifact = json_object_get(physical, "artifactLocation");
	const json_t *region = json_object_get(physical, "region");

	expect_keys(physical, "artifactLocation", "region");
	if (json_object_get(artifact, "description")) {
		expect_keys(artifact, "description", "");
		expect_message(json_object_get(artifact, "description"));
	} else {
		expect_keys(artifact, "uri", "");
		cr_expect(g_uri_is_valid(text_at(artifact, "uri"),
					 G_URI_FLAGS_NONE, NULL) ||
			  text_at(artifact, "uri")[0] != '/');
	}
	if (region) {
		expect_keys(region, "startLine startColumn", "");
		cr_expect_geq(number_at(region, "startLine"), 1);
		cr_expect_geq(number_at(region, "startColumn"), 1);
	}
}

static void expect_result(const json_t *result)
{
	const json_t *locations = json_object_get(result, "locations");
	const json_t *location = json_array_get(locations, 0);
	const json_t *logical =
		json_array_get(json_object_get(location, "logicalLocations"),
			       0);

	expect_keys(result, "ruleId level message locations", "");
	expect_level(result);
	expect_message(json_object_get(result, "message"));
	cr_assert_eq(json_array_size(locations), 1);
	expect_keys(location, "physicalLocation", "logicalLocations");
	expect_physical(json_object_get(location, "physicalLocation"));
	if (logical)
		expect_keys(logical, "fullyQualifiedName kind", "");
}

static json_t *only_run(const json_t *log)
{
	json_t *runs = json_object_get(log, "runs");

	cr_assert_eq(json_array_size(runs), 1);
	return json_array_get(runs, 0);
}

static json_t *driver_of(const json_t *run)
{
	return json_object_get(json_object_get(run, "tool"), "driver");
}

Test(sarif, has_the_shape_of_the_standard)
{
	json_t *log = tell(&report_sarif);
	json_t *run = only_run(log), *driver = driver_of(run), *value;
	size_t i;

	expect_keys(log, "$schema version runs", "");
	cr_expect_str_eq(text_at(log, "version"), "2.1.0");
	expect_keys(run, "tool columnKind results invocations", "");
	cr_expect_str_eq(text_at(run, "columnKind"), "unicodeCodePoints");
	expect_keys(json_object_get(run, "tool"), "driver", "");
	expect_keys(driver, "name semanticVersion rules", "");
	json_array_foreach(json_object_get(driver, "rules"), i, value)
		expect_rule(value);
	json_array_foreach(json_object_get(run, "results"), i, value)
		expect_result(value);
	json_decref(log);
}

Test(sarif, describes_each_rule_once)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
	json_t *log = tell(&report_sarif), *run = only_run(log), *value;
	size_t i;

	json_array_foreach(json_object_get(driver_of(run), "rules"), i, value)
		cr_expect(
			g_hash_table_add(seen, (gpointer)text_at(value, "id")));
	json_array_foreach(json_object_get(run, "results"), i, value) cr_expect(
		g_hash_table_contains(seen, text_at(value, "ruleId")));
	json_decref(log);
}

/* The result of that rule. */
static json_t *result_of(const json_t *run, const char *rule)
{
	json_t *value;
	size_t i;

	json_array_foreach(json_object_get(run, "results"), i,
			   value) if (g_str_equal(text_at(value, "ruleId"),
						  rule)) return value;
	cr_assert_fail("no result of %s", rule);
	return NULL;
}

static json_t *physical_of(const json_t *result)
{
	json_t *locations = json_object_get(result, "locations");

	return json_object_get(json_array_get(locations, 0),
			       "physicalLocation");
}

static const char *uri_of(const json_t *result)
{
	return text_at(json_object_get(physical_of(result), "artifactLocation"),
		       "uri");
}

Test(sarif, tells_levels_and_places)
{
	json_t *log = tell(&report_sarif), *run = only_run(log);
	json_t *error = result_of(run, "no-who");

	cr_expect_str_eq(text_at(error, "level"), "error");
	cr_expect_str_eq(uri_of(error), "a%20b/bad.yaml");
	cr_expect_eq(number_at(json_object_get(physical_of(error), "region"),
			       "startLine"),
		     6);
	cr_expect_str_eq(text_at(result_of(run, "unknown-key"), "level"),
			 "note");
	json_decref(log);
}

Test(sarif, tells_that_something_could_not_be_read)
{
	json_t *log = tell(&report_sarif), *run = only_run(log);
	json_t *invocation =
		json_array_get(json_object_get(run, "invocations"), 0);

	cr_expect(json_is_false(
		json_object_get(invocation, "executionSuccessful")));
	cr_expect_str_eq(uri_of(result_of(run, "file")), "file:///none.yaml");
	cr_expect_str_eq(uri_of(result_of(run, "yaml")), "broken.yaml");
	json_decref(log);
}
