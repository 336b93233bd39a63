/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fixes of single values: what was probably meant, another choice, an id of
 * its own, a reference that leads somewhere, or nothing at all.
 */
#include "board/fix-own.h"

#include <string.h>

#include "i18n.h"
#include "journey/write.h"
#include "rules/judge.h"

static const struct field *field_of(const struct fix_job *job)
{
	size_t n;
	const struct field *fields = schema_fields(job->place->kind, &n);

	return job->found->field < 0 ? NULL : &fields[job->found->field];
}

/* Whether the finding is about the value of a scalar in a field. */
static bool is_value(const struct fix_job *job)
{
	return job->found->field >= 0 && job->found->at_value &&
	       tree_kind(job->journey->tree, job->found->entry) == KIND_SCALAR;
}

static bool set_value(const struct fix_job *job, const char *text,
		      GError **error)
{
	return write_value(job->journey, job->place, job->found->field,
			   job->found->entry, text, error);
}

/* --- what was meant ----------------------------------------------------------- */

/* Whether the key that was meant stands there already. */
static bool has_key(const struct fix_job *job, const char *key)
{
	const struct tree *t = job->journey->tree;

	return tree_find(t, tree_up(t, job->found->entry), key) != 0;
}

static char *says_respell(const struct fix_job *job)
{
	const struct finding *f = job->found;
	g_autofree char *old = NULL;

	if (!f->meant || (!f->at_value && has_key(job, f->meant)))
		return NULL;
	old = fix_quote(job);
	return g_strdup_printf(f->at_value ? _("write '%s' instead of %s")
					   : _("call it '%s' instead of %s"),
			       f->meant, old);
}

static bool respell(const struct fix_job *job, GError **error)
{
	const struct finding *f = job->found;

	if (f->at_value)
		return set_value(job, f->meant, error);
	return edit_set_key(job->journey->tree, f->entry, f->meant, error);
}

const struct fix fix_respell = {
	.name = "respell",
	.help = N_("Write what was probably meant."),
	.rules = "bad-value unknown-key unknown-who bar-raised",
	.says = says_respell,
	.apply = respell,
};

/* --- another choice ------------------------------------------------------------ */

static bool is_choice(enum field_kind kind)
{
	return kind == FIELD_CHOICE || kind == FIELD_CHOICES ||
	       kind == FIELD_FACE;
}

static char *says_choose_value(const struct fix_job *job)
{
	const struct field *f = field_of(job);
	g_autofree char *old = NULL;

	if (!f || !is_choice(f->kind) || !is_value(job))
		return NULL;
	old = fix_quote(job);
	if (!job->answer)
		return g_strdup_printf(_("choose another %s than %s"),
				       _(f->label), old);
	return g_strdup_printf(_("write '%s' instead of %s"), job->answer, old);
}

static void offer_values(const struct fix_job *job, GPtrArray *choices)
{
	const struct field *f = field_of(job);
	const struct choice *c = f->choices;

	for (int i = 0; f->kind == FIELD_FACE && i < FACES; i++)
		fix_offer(choices, g_strdup(schema_faces[i].name),
			  g_strdup(_(schema_faces[i].name)));
	for (; f->kind != FIELD_FACE && c->name; c++)
		fix_offer(choices, g_strdup(c->name), g_strdup(c->name));
}

static bool write_answer(const struct fix_job *job, GError **error)
{
	return set_value(job, job->answer, error);
}

const struct fix fix_choose_value = {
	.name = "choose-value",
	.help = N_("Choose one of the values that are allowed."),
	.rules = "bad-value",
	.question = N_("Which one?"),
	.offer = offer_values,
	.says = says_choose_value,
	.apply = write_answer,
};

/* --- ids and references ---------------------------------------------------------- */

static char *own_id(const struct fix_job *job)
{
	g_autofree char *title = place_title(job->journey, job->place);

	return journey_make_id(job->journey, job->place->kind, title);
}

static char *says_own_id(const struct fix_job *job)
{
	g_autofree char *id = NULL;

	if (!is_value(job) || field_of(job)->kind != FIELD_ID)
		return NULL;
	id = own_id(job);
	return g_strdup_printf(_("give this one the id '%s'"), id);
}

static bool set_own_id(const struct fix_job *job, GError **error)
{
	g_autofree char *id = own_id(job);

	return set_value(job, id, error);
}

const struct fix fix_own_id = {
	.name = "own-id",
	.help = N_("Give the second of two an id of its own."),
	.rules = "bad-value",
	.says = says_own_id,
	.apply = set_own_id,
};

static char *says_repoint(const struct fix_job *job)
{
	const struct field *f = field_of(job);
	g_autofree char *old = NULL;

	if (!is_value(job) || f->kind != FIELD_TOUCHPOINTS ||
	    !journey_position(job->journey, job->place))
		return NULL;
	old = fix_quote(job);
	if (!job->answer)
		return g_strdup_printf(_("choose an earlier touchpoint "
					 "instead of %s"),
				       old);
	return g_strdup_printf(_("write '%s' instead of %s"), job->answer, old);
}

const struct fix fix_repoint = {
	.name = "repoint",
	.help = N_("Let a link lead to an earlier touchpoint."),
	.rules = "bad-value",
	.question = N_("To which touchpoint does it lead?"),
	.offer = fix_offer_earlier,
	.says = says_repoint,
	.apply = write_answer,
};

/* --- needs -------------------------------------------------------------------------- */

static void offer_customers(const struct fix_job *job, GPtrArray *choices)
{
	const GPtrArray *customers = job->journey->customers;

	for (guint i = 0; i < customers->len; i++)
		fix_offer_place(job, choices, customers->pdata[i]);
}

static char *says_add_need(const struct fix_job *job)
{
	const struct place *p;
	g_autofree char *need = NULL, *title = NULL;

	if (!is_value(job) || field_of(job)->kind != FIELD_NEEDS ||
	    !job->journey->customers->len)
		return NULL;
	need = fix_quote(job);
	if (!job->answer)
		return g_strdup_printf(_("add %s to the needs of a customer"),
				       need);
	p = journey_person(job->journey, job->answer, NULL);
	title = fix_title(job, p);
	return g_strdup_printf(_("add %s to the needs of %s"), need, title);
}

static bool add_need(const struct fix_job *job, GError **error)
{
	struct place *p = journey_person(job->journey, job->answer, NULL);
	g_autofree char *need = fix_value(job);

	return fix_append(job->journey, p, C_NEEDS, need, error);
}

const struct fix fix_add_need = {
	.name = "add-need",
	.help = N_("Add what a touchpoint serves to the needs of a customer."),
	.rules = "bad-value",
	.question = N_("Who needs it?"),
	.offer = offer_customers,
	.says = says_add_need,
	.apply = add_need,
};

/* --- taking out ------------------------------------------------------------------------ */

/* Whether the value at fault may go: the title must stay, and what holds
 * places is for people to mend. */
static bool can_go(const struct fix_job *job)
{
	const struct field *f = field_of(job);

	if (job->found->entry == job->place->entry)
		return job->place->kind != PLACE_JOURNEY;
	if (job->place->kind == PLACE_JOURNEY && job->found->field == J_TITLE)
		return false;
	return !f || f->kind != FIELD_CHILDREN;
}

/* What goes, by its key where it has one, else by what it says. */
static char *says_take_out(const struct fix_job *job)
{
	const struct tree *t = job->journey->tree;
	g_autofree char *key = tree_key(t, job->found->entry);
	g_autofree char *quoted = NULL;

	if (!can_go(job))
		return NULL;
	if (key)
		return g_strdup_printf(tree_duplicate(t, job->found->entry)
					       ? _("take the second '%s' out")
					       : _("take '%s' out"),
				       key);
	if (tree_kind(t, job->found->entry) != KIND_SCALAR)
		return g_strdup(_("take it out"));
	quoted = fix_quote(job);
	return g_strdup_printf(_("take %s out"), quoted);
}

static bool take_out(const struct fix_job *job, GError **error)
{
	return write_remove(job->journey, job->found->entry, error);
}

const struct fix fix_take_out = {
	.name = "take-out",
	.help = N_("Take out what does not belong there."),
	.rules = "bad-value customer-owned unknown-who missing-evidence "
		 "stale-waiver",
	.says = says_take_out,
	.apply = take_out,
};

/* --- waivers ------------------------------------------------------------------------------ */

static char *says_give_reason(const struct fix_job *job)
{
	(void)job;
	return g_strdup(_("say why it is waived"));
}

static bool give_reason(const struct fix_job *job, GError **error)
{
	struct tree *t = job->journey->tree;
	uint32_t because = tree_find(t, job->found->entry, "because");
	g_autoptr(GString) pair = g_string_new("because:");

	if (because)
		return edit_set(t, because, job->answer, SAY_TEXT, error);
	if (!write_say(pair, job->answer, SAY_TEXT, 0, error))
		return false;
	g_string_append_c(pair, '\n');
	return edit_insert(t, job->found->entry, 0, pair->str, error);
}

const struct fix fix_give_reason = {
	.name = "give-reason",
	.help = N_("Say why a finding is waived."),
	.rules = "bare-waiver",
	.question = N_("Why is it all right?"),
	.says = says_give_reason,
	.apply = give_reason,
};
