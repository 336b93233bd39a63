/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * property [--seed N] [--edits N] [--shrunken] [--show] FILE...
 *
 * Thousands of random edits of any files, each one checked: it reads back as
 * meant, no other value changed, no line it may not touch, no comment lost;
 * undoing all gives the opened bytes, redoing the edited ones.  What is no
 * YAML must be refused, and by libyaml too.  Each file is tried as it is,
 * with other line ends, with a BOM, and without its last line end.  The same
 * seed makes the same edits of a file, whatever files are beside it.
 */
#include "trial.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum variant { AS_IS, CRLF, CR, BOM, UNFINISHED, VARIANTS };

static const char *const variant_names[] = {
	[AS_IS] = "as it is",
	[CRLF] = "with CRLF",
	[CR] = "with CR",
	[BOM] = "with a BOM",
	[UNFINISHED] = "without its last line end",
};

static const char *const sort_names[] = {
	[SET_VALUE] = "set", [SET_KEY] = "set key", [INSERT] = "insert",
	[REMOVE] = "remove", [MOVE] = "move",
};

static const struct tree_limits shrunken = {
	.bytes = 1 << 20,
	.scalar = 200,
	.depth = 8,
	.anchors = 4,
};

struct property {
	uint64_t seed;
	unsigned edits; /* for each text */
	const struct tree_limits *limits;
	bool show;
	unsigned passed, failed, texts, not_loaded;
	struct trial sum; /* only its counts */
};

/* The text with all its line ends replaced. */
static GString *with_ends(const char *bytes, size_t len, const char *eol)
{
	GString *s = g_string_new(NULL);

	for (size_t i = 0; i < len; i++) {
		if (bytes[i] == '\r' && bytes[i + 1] == '\n')
			continue;
		if (bytes[i] == '\n')
			g_string_append(s, eol);
		else
			g_string_append_c(s, bytes[i]);
	}
	return s;
}

static GString *vary(const char *bytes, size_t len, enum variant v)
{
	GString *s;

	if (v == CRLF || v == CR)
		return with_ends(bytes, len, v == CR ? "\r" : "\r\n");
	s = g_string_new_len(bytes, (gssize)len);
	if (v == BOM && strncmp(bytes, "\xef\xbb\xbf", 3))
		g_string_prepend(s, "\xef\xbb\xbf");
	if (v == UNFINISHED && len && s->str[s->len - 1] == '\n')
		g_string_truncate(s, s->len - 1);
	if (v == UNFINISHED && s->len && s->str[s->len - 1] == '\r')
		g_string_truncate(s, s->len - 1);
	return s;
}

static void report(struct property *p, const char *file, enum variant v,
		   unsigned edit, const char *story, const char *wrong)
{
	p->failed++;
	printf("%s (%s): edit %u: %s: %s\n", file, variant_names[v], edit,
	       story, wrong);
	printf("\tproperty --seed %ju --edits %u%s --show %s\n",
	       (uintmax_t)p->seed, (edit + 1) * VARIANTS,
	       p->limits == &shrunken ? " --shrunken" : "", file);
}

/* A text that does not load is no YAML, or beyond a limit. */
static void judge_refusal(struct property *p, const char *file, enum variant v,
			  const GString *text, const GError *error)
{
	struct reading *r;

	p->not_loaded++;
	if (!error || error->domain != TREE_ERROR || !*error->message) {
		report(p, file, v, 0, "load", "refused without a reason");
		return;
	}
	if (error->code == TREE_ERROR_LIMIT) {
		p->passed++;
		return;
	}
	r = reading_new(text->str, text->len);
	if (r->error || r->undefined)
		p->passed++;
	else
		report(p, file, v, 0, "load", error->message);
	reading_free(r);
}

static void add_counts(struct trial *sum, const struct trial *t)
{
	for (int i = 0; i < SORTS; i++) {
		sum->done[i] += t->done[i];
		for (int j = 0; j <= TREE_ERROR_VERIFY; j++)
			sum->refused[i][j] += t->refused[i][j];
	}
	sum->hopeful += t->hopeful;
	sum->hopeful_refused += t->hopeful_refused;
}

static uint64_t seed_of(const struct property *p, const char *file,
			enum variant v)
{
	g_autofree char *name = g_path_get_basename(file);
	uint64_t h = p->seed * VARIANTS + v;

	for (const char *c = name; *c; c++)
		h = (h ^ (unsigned char)*c) * 0x100000001b3u;
	return h;
}

static void show(const char *title, const char *bytes, size_t len)
{
	printf("=== %s\n", title);
	fwrite(bytes, 1, len, stdout);
	printf("\n===\n");
}

/* One step; on failure say all that is known. */
static bool try_step(struct property *p, struct trial *t, const char *file,
		     enum variant v, unsigned edit)
{
	size_t len;
	g_autofree char *before = tree_emit(t->tree, &len), *after = NULL;
	bool good = dice_roll(&t->dice, 12) ? trial_edit(t) : trial_wander(t);

	if (good) {
		p->passed++;
		if (p->show)
			printf("%u: %s\n", edit, t->story->str);
		return true;
	}
	report(p, file, v, edit, t->story->str, t->wrong);
	if (p->show) {
		show("before", before, len);
		after = tree_emit(t->tree, &len);
		show("after", after, len);
	}
	return false;
}

static void try_tree(struct property *p, const char *file, enum variant v,
		     const GString *text, Tree *tree)
{
	struct trial t = { .limits = p->limits };
	bool good;

	t.dice.state = seed_of(p, file, v);
	good = trial_begin(&t, tree, text->str, text->len);
	if (!good)
		report(p, file, v, 0, "load", t.wrong);
	else
		p->passed++;
	for (unsigned i = 1; good && i <= p->edits; i++)
		good = try_step(p, &t, file, v, i);
	if (good && trial_rewind(&t, text->str, text->len))
		p->passed++;
	else if (good)
		report(p, file, v, p->edits, t.story->str, t.wrong);
	add_counts(&p->sum, &t);
	trial_end(&t);
}

static void try_text(struct property *p, const char *file, enum variant v,
		     const GString *text)
{
	g_autoptr(GError) error = NULL;
	struct mark where;
	char *copy = g_memdup2(text->str, text->len + 1);
	Tree *tree = tree_load(copy, text->len, p->limits, &where, &error);

	p->texts++;
	if (tree)
		try_tree(p, file, v, text, tree);
	else
		judge_refusal(p, file, v, text, error);
}

static void try_file(struct property *p, const char *file)
{
	g_autofree char *bytes = NULL;
	g_autoptr(GError) error = NULL;
	size_t len;

	if (!g_file_get_contents(file, &bytes, &len, &error)) {
		p->failed++;
		printf("%s\n", error->message);
		return;
	}
	for (int v = AS_IS; v < VARIANTS; v++) {
		GString *text = vary(bytes, len, v);

		/* only what makes a difference; and one BOM is enough */
		if (v == AS_IS || text->len != len ||
		    memcmp(text->str, bytes, len))
			try_text(p, file, v, text);
		g_string_free(text, TRUE);
	}
}

static void sum_up(struct property *p)
{
	const struct trial *s = &p->sum;

	printf("%u texts, %u of them refused\n", p->texts, p->not_loaded);
	for (int i = 0; i < SORTS; i++)
		printf("%-8s %7u done, refused: %u beyond a limit, %u no "
		       "text, %u unsafe\n",
		       sort_names[i], s->done[i],
		       s->refused[i][TREE_ERROR_LIMIT],
		       s->refused[i][TREE_ERROR_VALUE],
		       s->refused[i][TREE_ERROR_UNSAFE]);
	if (s->hopeful_refused * 5 > s->hopeful * 3) {
		p->failed++;
		printf("too many values refused: %u of %u\n",
		       s->hopeful_refused, s->hopeful);
	}
	printf("%u passed, %u failed\n", p->passed, p->failed);
}

static const struct option options[] = {
	{ "seed", required_argument, NULL, 's' },
	{ "edits", required_argument, NULL, 'e' },
	{ "shrunken", no_argument, NULL, 'k' },
	{ "show", no_argument, NULL, 'v' },
	{ NULL, 0, NULL, 0 },
};

int main(int argc, char **argv)
{
	struct property p = { .seed = 1, .limits = &tree_limits_default };
	unsigned long edits = 2000;
	int option;

	while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (option == 's')
			p.seed = strtoull(optarg, NULL, 10);
		else if (option == 'e')
			edits = strtoul(optarg, NULL, 10);
		else if (option == 'k')
			p.limits = &shrunken;
		else if (option == 'v')
			p.show = true;
		else
			return 2;
	}
	setvbuf(stdout, NULL, _IOLBF, 0);
	if (optind == argc) {
		fputs("usage: property [--seed N] [--edits N] [--shrunken] "
		      "[--show] FILE...\n",
		      stderr);
		return 2;
	}
	p.edits = (unsigned)(edits / (unsigned)(argc - optind) / VARIANTS);
	while (optind < argc)
		try_file(&p, argv[optind++]);
	sum_up(&p);
	return p.failed > 0;
}
