/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One file after the other, or a pool of threads.
 *
 *	files   a.yaml  b.yaml  c.yaml ...
 *	          |       |       |        each is opened, judged and told into
 *	told    text    text    text       a text of its own
 *	          \       |       /
 *	           standard output         in order, by whoever called
 *
 * Nothing is shared but the list of what has been told, so the output is the
 * same however many work on it.
 */
#include "cli/check-files.h"

#include <stdio.h>
#include <unistd.h>

#include "cli/progress.h"
#include "cli/reader.h"
#include "cli/say.h"

/* What there is to say about one file. */
struct told {
	GString *text;
	char *complaint; /* for standard error, or NULL */
	struct report_sum sum;
	bool failed;
};

struct work {
	const struct check *check;
	const struct gathered *files;
	GThreadPool *pool; /* NULL: nobody helps */
	GMutex lock;
	GCond one_more;
	struct told **told; /* by number of the file; NULL: not yet */
};

static struct told *look(const struct check *c, const struct gathered_file *f)
{
	struct told *t = g_new0(struct told, 1);
	g_autofree char *name = reader_name(f->path);
	g_autoptr(GError) error = NULL;
	g_autoptr(Board) b = f->problem ? NULL : reader_open(f->path, &error);
	struct report r = {
		.path = f->path,
		.name = name,
		.board = b,
		.error = error ? error->message : f->problem,
		.strict = c->strict,
	};

	if (b) {
		board_judge(b, &c->rules);
		board_look_beside(b);
	}
	report_init(&r, c->quiet);
	t->text = g_string_new(NULL);
	c->format->file(t->text, &r);
	t->complaint = g_strdup(r.error);
	t->sum = r.sum;
	t->failed = report_failed(&r);
	report_clear(&r);
	return t;
}

static void told_free(struct told *t)
{
	g_string_free(t->text, TRUE);
	g_free(t->complaint);
	g_free(t);
}

/* In a thread of the pool; NUMBER counts from 1, for NULL is nothing. */
static void help(gpointer number, gpointer data)
{
	struct work *w = data;
	unsigned i = GPOINTER_TO_UINT(number) - 1;
	struct told *t = look(w->check, w->files->files->pdata[i]);

	g_mutex_lock(&w->lock);
	w->told[i] = t;
	g_cond_signal(&w->one_more);
	g_mutex_unlock(&w->lock);
}

static void begin_work(struct work *w)
{
	guint n = w->files->files->len;
	unsigned jobs = MIN(w->check->jobs, n);

	if (jobs < 2)
		return;
	g_mutex_init(&w->lock);
	g_cond_init(&w->one_more);
	w->told = g_new0(struct told *, n);
	w->pool = g_thread_pool_new(help, w, (int)jobs, TRUE, NULL);
	for (guint i = 0; i < n; i++)
		g_thread_pool_push(w->pool, GUINT_TO_POINTER(i + 1), NULL);
}

/* What there is to say about file I, to be freed. */
static struct told *take(struct work *w, guint i)
{
	if (!w->pool)
		return look(w->check, w->files->files->pdata[i]);
	g_mutex_lock(&w->lock);
	while (!w->told[i])
		g_cond_wait(&w->one_more, &w->lock);
	g_mutex_unlock(&w->lock);
	return w->told[i];
}

static void end_work(struct work *w)
{
	if (!w->pool)
		return;
	g_thread_pool_free(w->pool, FALSE, TRUE);
	g_mutex_clear(&w->lock);
	g_cond_clear(&w->one_more);
	g_free(w->told);
}

static void put(const char *between, const GString *text)
{
	fputs(between, stdout);
	fwrite(text->str, 1, text->len, stdout);
}

static int status_of(const struct told *t)
{
	if (t->sum.broken)
		return STATUS_FILE;
	return t->failed ? STATUS_FINDINGS : STATUS_GOOD;
}

/* Every file; what they add up to goes into *ALL. */
static int tell(struct work *w, struct report_sum *all)
{
	const char *between = "";
	struct progress progress;
	int status = STATUS_GOOD;
	guint n = w->files->files->len;

	progress_begin(&progress, isatty(STDERR_FILENO) ? stderr : NULL, n,
		       g_get_monotonic_time());
	for (guint i = 0; i < n; i++) {
		struct told *t = take(w, i);

		if (t->text->len || t->complaint)
			progress_clear(&progress);
		if (t->text->len) {
			put(between, t->text);
			between = w->check->format->between;
		}
		if (t->complaint)
			complain(STATUS_FILE, "%s", t->complaint);
		report_sum_add(all, &t->sum);
		status = MAX(status, status_of(t));
		told_free(t);
		progress_show(&progress, i + 1, g_get_monotonic_time());
	}
	progress_clear(&progress);
	return status;
}

static void put_begin(const struct check *c)
{
	g_autoptr(GString) text = g_string_new(NULL);

	if (c->format->begin)
		c->format->begin(text);
	put("", text);
}

static void put_end(const struct check *c, const struct report_sum *all)
{
	g_autoptr(GString) text = g_string_new(NULL);

	if (c->format->end)
		c->format->end(text, all);
	put("", text);
}

int check_files(const struct check *c, const struct gathered *files)
{
	struct work w = { .check = c, .files = files };
	struct report_sum all = { .skipped = files->skipped };
	int status;

	put_begin(c);
	begin_work(&w);
	status = tell(&w, &all);
	end_work(&w);
	put_end(c, &all);
	return status;
}
