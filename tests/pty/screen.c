/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the pseudo terminal and the screen, and waits for the program on it.
 *
 * Bytes are shown only up to a mark: once the program has said that all is
 * drawn, the test writes a mark into the program's end of the terminal.  What
 * was written before comes out before it, however the kernel queues it.
 */
#include "screen.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vterm.h>

#include "program.h"

#define PATIENCE_MS 20000 /* for one answer, sanitizers and all */
#define MARK "\033_all of it\033\\"

struct screen {
	int ours, theirs; /* the two ends of the terminal */
	int reports; /* where the program says that it waits */
	pid_t child;
	struct termios before;

	unsigned idle; /* reports not yet waited for */
	bool changed; /* it ended or stopped */
	bool ended;
	int status;
	gint64 deadline;

	GString *bytes; /* all it has written */
	size_t shown; /* of them the screen knows */
	VTerm *vterm;
	VTermScreen *cells;
};

/* --- beginning and end --------------------------------------------------- */

static void set_size(const struct screen *s, int rows, int cols)
{
	struct winsize size = { .ws_row = (unsigned short)rows,
				.ws_col = (unsigned short)cols };

	/* libvterm dies of a wide character where there is one column only */
	vterm_set_size(s->vterm, rows, MAX(cols, 2));
	cr_assert_eq(ioctl(s->ours, TIOCSWINSZ, &size), 0);
}

static void open_terminal(struct screen *s, bool calm)
{
	s->ours = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
	cr_assert(s->ours >= 0 && !grantpt(s->ours) && !unlockpt(s->ours));
	s->theirs = open(ptsname(s->ours), O_RDWR | O_NOCTTY | O_CLOEXEC);
	cr_assert_geq(s->theirs, 0);
	cr_assert_eq(tcgetattr(s->theirs, &s->before), 0);
	if (calm) {
		s->before.c_lflag &= (tcflag_t)~ISIG;
		s->before.c_iflag &= (tcflag_t)~IXON;
		tcsetattr(s->theirs, TCSANOW, &s->before);
	}
}

static void open_vterm(struct screen *s, int rows, int cols)
{
	s->vterm = vterm_new(rows, cols);
	vterm_set_utf8(s->vterm, 1);
	s->cells = vterm_obtain_screen(s->vterm);
	vterm_screen_enable_altscreen(s->cells, 1);
	vterm_screen_reset(s->cells, 1);
}

static void on_child(int sig)
{
	(void)sig; /* it only has to end a poll */
}

/* The session's leader owns the terminal, as a shell does. */
static void lead_session(const struct screen *s)
{
	struct sigaction action = { .sa_handler = on_child };
	sigset_t child;

	if (getsid(0) != getpid())
		cr_assert_geq(setsid(), 0);
	cr_assert_eq(ioctl(s->theirs, TIOCSCTTY, 0), 0);
	signal(SIGTTOU, SIG_IGN);
	signal(SIGHUP, SIG_IGN);
	sigaction(SIGCHLD, &action, NULL);
	sigemptyset(&child);
	sigaddset(&child, SIGCHLD);
	sigprocmask(SIG_BLOCK, &child, NULL);
}

static void step(struct screen *s);
static void show(struct screen *s);

struct screen *screen_start(const struct start *how)
{
	struct screen *s = g_new0(struct screen, 1);
	int rows = how->rows ? how->rows : 24;
	int cols = how->cols ? how->cols : 80;

	s->bytes = g_string_new(NULL);
	open_terminal(s, how->calm);
	open_vterm(s, rows, cols);
	set_size(s, rows, cols);
	lead_session(s);
	s->child = program_start(how, s->theirs, &s->reports);
	s->deadline = g_get_monotonic_time() + PATIENCE_MS * 1000;
	while (!s->idle && !s->changed)
		step(s);
	show(s);
	return s;
}

struct screen *screen_open(const char *file)
{
	const char *args[] = { file, NULL };

	return screen_start(&(struct start){ .args = args });
}

void screen_free(struct screen *s)
{
	if (!s->ended) {
		kill(-s->child, SIGKILL);
		waitpid(s->child, NULL, 0);
	}
	ioctl(s->theirs, TIOCNOTTY);
	if (s->ours >= 0)
		close(s->ours);
	close(s->theirs);
	if (s->reports >= 0)
		close(s->reports);
	vterm_free(s->vterm);
	g_string_free(s->bytes, TRUE);
	g_free(s);
}

/* --- waiting ------------------------------------------------------------- */

static void take_output(struct screen *s)
{
	char bytes[65536];
	ssize_t got = read(s->ours, bytes, sizeof(bytes));

	if (got > 0)
		g_string_append_len(s->bytes, bytes, got);
}

static void take_reports(struct screen *s)
{
	char bytes[256];
	ssize_t got = read(s->reports, bytes, sizeof(bytes));

	if (got > 0) {
		s->idle += (unsigned)got;
		return;
	}
	close(s->reports);
	s->reports = -1;
}

static bool take_state(struct screen *s)
{
	if (waitpid(s->child, &s->status, WNOHANG | WUNTRACED) != s->child)
		return false;
	s->changed = true;
	s->ended = !WIFSTOPPED(s->status);
	return true;
}

/* Wait for one thing to happen; fail when the time is up. */
static void step(struct screen *s)
{
	struct pollfd fds[] = {
		{ .fd = s->ours, .events = POLLIN },
		{ .fd = s->reports, .events = POLLIN },
	};
	gint64 left = s->deadline - g_get_monotonic_time();
	struct timespec time = { .tv_sec = left / 1000000 };
	sigset_t none;

	if (!s->ended && take_state(s))
		return;
	if (left <= 0)
		screen_fail(s, "nothing happened for too long");
	time.tv_nsec = left % 1000000 * 1000;
	sigemptyset(&none);
	if (ppoll(fds, 2, &time, &none) <= 0)
		return;
	if (fds[0].revents)
		take_output(s);
	if (fds[1].revents)
		take_reports(s);
}

static void feed(struct screen *s)
{
	vterm_input_write(s->vterm, s->bytes->str + s->shown,
			  s->bytes->len - s->shown);
	s->shown = s->bytes->len;
}

/* Show all the program has written until now; it must be waiting. */
static void show(struct screen *s)
{
	static const char mark[] = MARK;
	char *end;

	if (s->ours < 0)
		return;
	cr_assert_eq(write(s->theirs, mark, strlen(mark)),
		     (ssize_t)strlen(mark));
	while (!(end = memmem(s->bytes->str + s->shown,
			      s->bytes->len - s->shown, mark, strlen(mark))))
		step(s);
	g_string_erase(s->bytes, end - s->bytes->str, (gssize)strlen(mark));
	feed(s);
}

static void be_patient(struct screen *s)
{
	s->deadline = g_get_monotonic_time() + PATIENCE_MS * 1000;
}

/* Who has ended or stopped answers no more. */
static void expect_alive(struct screen *s)
{
	if (!s->changed)
		return;
	if (WIFSTOPPED(s->status))
		screen_fail(s, "it has stopped");
	if (WIFSIGNALED(s->status))
		screen_fail(s, "it died of signal %d", WTERMSIG(s->status));
	screen_fail(s, "it has ended with status %d", WEXITSTATUS(s->status));
}

void screen_send(struct screen *s, const char *bytes, size_t len)
{
	struct pollfd reports = { .fd = s->reports, .events = POLLIN };

	expect_alive(s);
	if (poll(&reports, 1, 0) > 0)
		take_reports(s);
	s->idle = 0;
	be_patient(s);
	cr_assert_eq(write(s->ours, bytes, len), (ssize_t)len);
}

bool screen_settle_or_change(struct screen *s)
{
	be_patient(s);
	while (!s->idle && !s->changed)
		step(s);
	s->idle = 0; /* a report that comes from here on is a later frame's */
	show(s);
	return !s->changed;
}

void screen_settle(struct screen *s)
{
	if (!screen_settle_or_change(s))
		expect_alive(s);
}

void screen_settle_at(struct screen *s, const char *text)
{
	int y, x;

	while (!screen_find(s, text, &y, &x))
		screen_settle(s);
}

void screen_input(struct screen *s, const char *bytes, size_t len)
{
	screen_send(s, bytes, len);
	screen_settle(s);
}

void screen_resize(struct screen *s, int rows, int cols)
{
	screen_send(s, "", 0);
	set_size(s, rows, cols);
	screen_settle(s);
}

void screen_resize_stopped(struct screen *s, int rows, int cols)
{
	set_size(s, rows, cols);
}

int screen_wait(struct screen *s)
{
	be_patient(s);
	while (!s->changed)
		step(s);
	show(s);
	return s->status;
}

void screen_expect_exit(struct screen *s, int status)
{
	int found = screen_wait(s);

	if (!WIFEXITED(found) || WEXITSTATUS(found) != status)
		expect_alive(s);
}

bool screen_resume(struct screen *s)
{
	cr_assert(s->changed && !s->ended);
	s->changed = false;
	screen_send(s, "", 0);
	tcsetpgrp(s->theirs, s->child);
	kill(-s->child, SIGCONT);
	return screen_settle_or_change(s);
}

void screen_hang_up(struct screen *s)
{
	close(s->ours);
	s->ours = -1;
}

pid_t screen_pid(const struct screen *s)
{
	return s->child;
}

/* --- what is seen -------------------------------------------------------- */

char *screen_row(struct screen *s, int y)
{
	GString *row = g_string_new(NULL);
	VTermScreenCell cell;
	int rows, cols;

	vterm_get_size(s->vterm, &rows, &cols);
	for (int x = 0; x < cols; x += MAX(cell.width, 1)) {
		VTermPos at = { .row = y, .col = x };

		vterm_screen_get_cell(s->cells, at, &cell);
		if (!cell.chars[0])
			g_string_append_c(row, ' ');
		for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i];
		     i++)
			g_string_append_unichar(row, cell.chars[i]);
	}
	return g_strchomp(g_string_free(row, FALSE));
}

char *screen_text(struct screen *s)
{
	GString *text = g_string_new(NULL);
	int rows, cols;

	vterm_get_size(s->vterm, &rows, &cols);
	for (int y = 0; y < rows; y++) {
		g_autofree char *row = screen_row(s, y);

		g_string_append_printf(text, "%s\n", row);
	}
	return g_string_free(text, FALSE);
}

/* How many cells the first LEN bytes of row Y take. */
static int cells_before(struct screen *s, int y, size_t len)
{
	VTermScreenCell cell;
	int x = 0;

	for (size_t bytes = 0; bytes < len; x += MAX(cell.width, 1)) {
		VTermPos at = { .row = y, .col = x };

		vterm_screen_get_cell(s->cells, at, &cell);
		bytes += cell.chars[0] ? 0 : 1;
		for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i];
		     i++)
			bytes += (size_t)g_unichar_to_utf8(cell.chars[i], NULL);
	}
	return x;
}

bool screen_find(struct screen *s, const char *text, int *y, int *x)
{
	int rows, cols;

	vterm_get_size(s->vterm, &rows, &cols);
	for (*y = 0; *y < rows; ++*y) {
		g_autofree char *row = screen_row(s, *y);
		const char *at = strstr(row, text);

		if (!at)
			continue;
		*x = cells_before(s, *y, (size_t)(at - row));
		return true;
	}
	return false;
}

void screen_fail(struct screen *s, const char *format, ...)
{
	g_autofree char *why = NULL, *text = NULL;
	va_list args;

	va_start(args, format);
	why = g_strdup_vprintf(format, args);
	va_end(args);
	feed(s);
	text = screen_text(s);
	kill(-s->child, SIGKILL);
	cr_assert_fail("%s; the screen is\n%s", why, text);
	abort();
}

void screen_expect(struct screen *s, const char *text)
{
	int y, x;

	if (!screen_find(s, text, &y, &x))
		screen_fail(s, "'%s' is not seen", text);
}

void screen_expect_not(struct screen *s, const char *text)
{
	int y, x;

	if (screen_find(s, text, &y, &x))
		screen_fail(s, "'%s' is seen", text);
}

void screen_cursor(struct screen *s, int *y, int *x)
{
	VTermPos at;

	vterm_state_get_cursorpos(vterm_obtain_state(s->vterm), &at);
	*y = at.row;
	*x = at.col;
}

/* Read as a terminal would: the last word counts. */
bool screen_mode(const struct screen *s, unsigned mode)
{
	static const char start[] = "\033[?";
	const char *at = s->bytes->str;
	bool on = mode == 25; /* the cursor is seen from the beginning */

	while ((at = strstr(at, start))) {
		char *end = (char *)at + strlen(start) - 1;
		bool named = false;

		do
			named |= strtoul(end + 1, &end, 10) == mode;
		while (*end == ';');
		if (named && (*end == 'h' || *end == 'l'))
			on = *end == 'h';
		at = end;
	}
	return on;
}

bool screen_is_painted(struct screen *s)
{
	VTermScreenCell cell;
	int rows, cols;

	vterm_get_size(s->vterm, &rows, &cols);
	for (int y = 0; y < rows; y++)
		for (int x = 0; x < cols; x += MAX(cell.width, 1)) {
			VTermPos at = { .row = y, .col = x };

			vterm_screen_get_cell(s->cells, at, &cell);
			if (VTERM_COLOR_IS_DEFAULT_BG(&cell.bg))
				return false;
		}
	return true;
}

bool screen_pen_is_plain(struct screen *s)
{
	static const VTermAttr attrs[] = {
		VTERM_ATTR_BOLD,
		VTERM_ATTR_UNDERLINE,
		VTERM_ATTR_REVERSE,
	};
	VTermState *state = vterm_obtain_state(s->vterm);
	VTermValue fg, bg, value;

	for (size_t i = 0; i < G_N_ELEMENTS(attrs); i++) {
		vterm_state_get_penattr(state, attrs[i], &value);
		if (attrs[i] == VTERM_ATTR_UNDERLINE ? value.number
						     : value.boolean)
			return false;
	}
	vterm_state_get_penattr(state, VTERM_ATTR_FOREGROUND, &fg);
	vterm_state_get_penattr(state, VTERM_ATTR_BACKGROUND, &bg);
	return VTERM_COLOR_IS_DEFAULT_FG(&fg.color) &&
	       VTERM_COLOR_IS_DEFAULT_BG(&bg.color);
}

const GString *screen_bytes(const struct screen *s)
{
	return s->bytes;
}

void screen_modes(const struct screen *s, struct termios *modes)
{
	cr_assert_eq(tcgetattr(s->theirs, modes), 0);
}

void screen_expect_same_modes(const struct screen *s)
{
	const struct termios *before = &s->before;
	struct termios now;

	screen_modes(s, &now);
	cr_expect_eq(now.c_iflag, before->c_iflag);
	cr_expect_eq(now.c_oflag, before->c_oflag);
	cr_expect_eq(now.c_cflag, before->c_cflag);
	cr_expect_eq(now.c_lflag, before->c_lflag);
	cr_expect_arr_eq(now.c_cc, before->c_cc, sizeof(now.c_cc));
}

void screen_expect_given_back(struct screen *s)
{
	cr_expect_not(screen_mode(s, 1049), "the screen of its own");
	cr_expect_not(screen_mode(s, 1002), "the mouse");
	cr_expect_not(screen_mode(s, 1006), "the mouse's words");
	cr_expect_not(screen_mode(s, 2004), "pastes");
	cr_expect_not(screen_mode(s, 1), "the arrow keys");
	cr_expect(screen_mode(s, 25), "the cursor");
	cr_expect(screen_pen_is_plain(s));
	screen_expect_same_modes(s);
}
