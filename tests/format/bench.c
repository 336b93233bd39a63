/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include <criterion/criterion.h>
#include <string.h>

const char bench_good[] = "senseboard: 1\n"
			  "title: I buy a loaf of bread\n"
			  "rules: {unknown-customer: none, no-sense: none}\n"
			  "owners: [{id: baker}]\n"
			  "stages:\n"
			  "  - name: The shop\n"
			  "    touchpoints:\n"
			  "      - name: The door\n"
			  "        what: It opens before you push\n"
			  "        who: baker\n"
			  "        how: Looks up\n"
			  "        see: A smile\n"
			  "        feel: welcome\n"
			  "        impression: happy\n";

const char bench_bad[] = "senseboard: 1\n"
			 "title: I buy a loaf of bread\n"
			 "rules: {unknown-customer: none, no-sense: none}\n"
			 "stages:\n"
			 "  - touchpoints:\n"
			 "      - {id: door, name: The door, what: It opens,\n"
			 "         whoo: baker}\n"
			 "  - name: The street\n"
			 "owners: [{id: baker}]\n";

const char bench_hostile[] =
	"senseboard: 1\n"
	"title: \"</testsuite> \\\"' & \\e]0;x\\a \\u009b31m \\u202e \\uffff\"\n"
	"rules: {unknown-customer: none}\n"
	"stages:\n"
	"  - name: \"\\e[2J\\\\\"\n";

void bench_set_up(struct bench *b, const char *path, const char *text,
		  bool quiet)
{
	GError *error = NULL;

	*b = (struct bench){ 0 };
	if (text) {
		b->board = board_from_bytes(g_strdup(text), strlen(text), path,
					    &error);
		cr_assert(b->board, "%s", error ? error->message : "");
	}
	b->report = (struct report){
		.path = path,
		.name = path,
		.board = b->board,
		.error = text ? NULL : "cannot read 'x'",
	};
	report_init(&b->report, quiet);
}

void bench_clear(struct bench *b)
{
	report_clear(&b->report);
	board_free(b->board);
}

char *bench_tell(const struct report_format *format, struct bench *files,
		 size_t n)
{
	GString *out = g_string_new(NULL);
	const char *between = "";
	struct report_sum all = { 0 };

	format->begin(out);
	for (size_t i = 0; i < n; i++) {
		g_autoptr(GString) text = g_string_new(NULL);

		format->file(text, &files[i].report);
		if (text->len) {
			g_string_append(out, between);
			between = format->between;
		}
		g_string_append(out, text->str);
		report_sum_add(&all, &files[i].report.sum);
	}
	format->end(out, &all);
	return g_string_free(out, FALSE);
}
