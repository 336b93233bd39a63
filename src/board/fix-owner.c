/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fixes about who owns what: nobody, several, somebody unknown, or a customer
 * who is owned.
 */
#include "board/fix-own.h"

#include <string.h>

#include "i18n.h"
#include "journey/write.h"
#include "rules/judge.h"

/* Whether a finding is about the one owner of its place. */
static bool is_about_owner(const struct fix_job *job)
{
	size_t n;
	const struct field *fields = schema_fields(job->place->kind, &n);
	int field = job->found->field;

	return field >= 0 && fields[field].kind == FIELD_OWNER;
}

static const struct place *owner_called(const struct journey *j,
					const char *name)
{
	const struct place *p = journey_person(j, name, NULL);

	return p && p->kind == PLACE_OWNER ? p : NULL;
}

/* What somebody is called, whether declared or not; the caller frees. */
static char *called(const struct fix_job *job, const char *name)
{
	const struct place *p = owner_called(job->journey, name);

	return p ? fix_title(job, p) : judge_quote(name);
}

/* Declare an owner, and return what refers to them; NULL on failure. */
static char *declare(struct journey *j, const char *name, GError **error)
{
	g_autofree char *id = journey_make_id(j, PLACE_OWNER, name);

	if (!write_place(j, PLACE_OWNER, j->root, j->owners->len, id, name,
			 error))
		return NULL;
	return g_steal_pointer(&id);
}

/* --- nobody ---------------------------------------------------------------- */

static void offer_owners(const struct fix_job *job, GPtrArray *choices)
{
	const GPtrArray *owners = job->journey->owners;

	for (guint i = 0; i < owners->len; i++)
		fix_offer_place(job, choices, owners->pdata[i]);
}

static char *says_choose(const struct fix_job *job)
{
	g_autofree char *title = NULL, *owner = NULL;

	if (!is_about_owner(job))
		return NULL;
	title = fix_title(job, job->place);
	if (!job->answer)
		return job->place->kind == PLACE_JOURNEY
			       ? g_strdup(_("choose the sponsor"))
			       : g_strdup_printf(_("choose who owns %s"),
						 title);
	owner = called(job, job->answer);
	return g_strdup_printf(job->place->kind == PLACE_JOURNEY
				       ? _("let %s sponsor %s")
				       : _("let %s own %s"),
			       owner, title);
}

static bool choose(const struct fix_job *job, GError **error)
{
	struct journey *j = job->journey;
	const struct place *owner = owner_called(j, job->answer);
	g_autofree char *who = owner ? fix_reference(j, owner)
				     : declare(j, job->answer, error);

	return who && write_text(j, job->place, job->found->field, who, error);
}

const struct fix fix_choose_owner = {
	.name = "choose-owner",
	.help = N_("Choose the one owner; a new name declares one."),
	.rules = "no-who unknown-who no-sponsor",
	.question = N_("Who answers for it?"),
	.offer = offer_owners,
	.adds = true,
	.says = says_choose,
	.apply = choose,
};

/* --- several ---------------------------------------------------------------- */

static void offer_kept(const struct fix_job *job, GPtrArray *choices)
{
	g_autoptr(GPtrArray) texts =
		place_owner_texts(job->journey, job->place);

	for (guint i = 0; i < texts->len; i++) {
		const struct place *p =
			owner_called(job->journey, texts->pdata[i]);

		if (p)
			fix_offer(choices, g_strdup(texts->pdata[i]),
				  place_title(job->journey, p));
	}
}

static char *says_keep(const struct fix_job *job)
{
	g_autofree char *owner = NULL;

	if (!job->answer)
		return g_strdup(_("keep one owner, and move the others to "
				  "'with'"));
	owner = called(job, job->answer);
	return g_strdup_printf(_("keep %s as the owner, and move the others "
				 "to 'with'"),
			       owner);
}

/* Whether one of these texts names whom TEXT names. */
static bool is_among(const struct journey *j, const GPtrArray *texts,
		     const char *text)
{
	const struct place *p = journey_person(j, text, NULL);

	for (guint i = 0; i < texts->len; i++) {
		const char *other = texts->pdata[i];

		if (strcmp(other, text) == 0 ||
		    (p && journey_person(j, other, NULL) == p))
			return true;
	}
	return false;
}

static bool keep(const struct fix_job *job, GError **error)
{
	struct journey *j = job->journey;
	const struct place *kept = journey_person(j, job->answer, NULL);
	g_autoptr(GPtrArray) owners = place_owner_texts(j, job->place);
	g_autoptr(GPtrArray) with = place_texts(j, job->place, T_WITH);

	for (guint i = 0; i < owners->len; i++) {
		const char *text = owners->pdata[i];

		if (journey_person(j, text, NULL) != kept &&
		    !is_among(j, with, text))
			g_ptr_array_add(with, g_strdup(text));
	}
	g_ptr_array_add(with, NULL);
	return write_text(j, job->place, T_WHO, job->answer, error) &&
	       write_list(j, job->place, T_WITH,
			  (const char *const *)with->pdata, error);
}

const struct fix fix_keep_owner = {
	.name = "keep-owner",
	.help = N_("Keep one of the owners; the others take part."),
	.rules = "many-who",
	.question = N_("Who is the one owner?"),
	.offer = offer_kept,
	.says = says_keep,
	.apply = keep,
};

/* --- somebody unknown -------------------------------------------------------- */

static char *says_declare(const struct fix_job *job)
{
	g_autofree char *name = fix_value(job), *quoted = NULL;

	if (!*name || journey_person(job->journey, name, NULL))
		return NULL;
	quoted = judge_quote(name);
	return g_strdup_printf(_("declare %s as an owner"), quoted);
}

/* Where nothing can be both the name and the id of one thing, the reference is
 * a name. */
static bool declare_owner(const struct fix_job *job, GError **error)
{
	g_autofree char *name = fix_value(job);
	g_autofree char *id = declare(job->journey, name, error);

	return id != NULL;
}

const struct fix fix_declare_owner = {
	.name = "declare-owner",
	.help = N_("Declare whoever is named as an owner."),
	.rules = "unknown-who",
	.says = says_declare,
	.apply = declare_owner,
};

static char *says_take_part(const struct fix_job *job)
{
	g_autofree char *name = fix_value(job), *title = NULL;
	const struct place *p = journey_person(job->journey, name, NULL);

	if (!p || job->found->field != (int)T_WHO ||
	    job->place->kind != PLACE_TOUCHPOINT)
		return NULL;
	title = fix_title(job, p);
	return g_strdup_printf(_("let %s take part, and nobody own it yet"),
			       title);
}

static bool take_part(const struct fix_job *job, GError **error)
{
	g_autofree char *name = fix_value(job);

	return fix_append(job->journey, job->place, T_WITH, name, error) &&
	       write_text(job->journey, job->place, T_WHO, "", error);
}

const struct fix fix_take_part = {
	.name = "take-part",
	.help = N_("Move a customer from 'who' to 'with'."),
	.rules = "unknown-who",
	.says = says_take_part,
	.apply = take_part,
};

/* --- a customer who is owned -------------------------------------------------- */

static bool has_maintainer(const struct fix_job *job)
{
	return !place_blank(job->journey, job->place, J_MAINTAINER);
}

static char *says_maintainer(const struct fix_job *job)
{
	g_autofree char *key = fix_value(job);

	if (job->place->kind != PLACE_JOURNEY || has_maintainer(job) ||
	    tree_kind(job->journey->tree, job->found->entry) != KIND_SCALAR)
		return NULL;
	return g_strdup_printf(_("call '%s' 'maintainer': who keeps the file "
				 "true"),
			       key);
}

static bool maintainer(const struct fix_job *job, GError **error)
{
	struct tree *t = job->journey->tree;
	uint32_t old = job->place->field[J_MAINTAINER];

	return (!old || edit_remove(t, old, error)) &&
	       edit_set_key(t, job->found->entry, "maintainer", error);
}

const struct fix fix_maintainer = {
	.name = "maintainer",
	.help = N_("Call the owner of the journey its maintainer."),
	.rules = "customer-owned",
	.says = says_maintainer,
	.apply = maintainer,
};

/* Whom the stage's key names, if that is a declared owner. */
static const struct place *owner_of_stage(const struct fix_job *job)
{
	g_autofree char *name =
		tree_value(job->journey->tree, job->found->entry);

	return name ? owner_called(job->journey, name) : NULL;
}

static unsigned ownerless(const struct fix_job *job)
{
	const GPtrArray *below = job->place->children;
	unsigned n = 0;

	for (guint i = 0; below && i < below->len; i++)
		n += place_blank(job->journey, below->pdata[i], T_WHO);
	return n;
}

static char *says_own_below(const struct fix_job *job)
{
	const struct place *owner = owner_of_stage(job);
	g_autofree char *title = NULL;
	unsigned n = ownerless(job);

	if (job->place->kind != PLACE_STAGE || !owner || !n)
		return NULL;
	title = fix_title(job, owner);
	return g_strdup_printf(
		ngettext("let %s own the %u touchpoint here that nobody owns",
			 "let %s own the %u touchpoints here that nobody owns",
			 n),
		title, n);
}

static bool own_below(const struct fix_job *job, GError **error)
{
	struct journey *j = job->journey;
	const GPtrArray *below = job->place->children;
	g_autofree char *who = fix_reference(j, owner_of_stage(job));
	bool ok = who && write_remove(j, job->found->entry, error);

	for (guint i = 0; ok && i < below->len; i++)
		if (place_blank(j, below->pdata[i], T_WHO))
			ok = write_text(j, below->pdata[i], T_WHO, who, error);
	return ok;
}

const struct fix fix_own_below = {
	.name = "own-below",
	.help = N_("Let the owner of a stage own its touchpoints instead."),
	.rules = "customer-owned",
	.says = says_own_below,
	.apply = own_below,
};
