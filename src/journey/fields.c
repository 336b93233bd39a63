/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rows of the field table for the journey, customers, owners and stages.
 * Touchpoints have so many that they fill a file of their own,
 * fields-touchpoint.c.
 *
 * A row's help is shown under the field while it is edited: one sentence that
 * helps to decide, spoken to the designer.
 */
#include "journey/fields.h"

#include "i18n.h"

static const struct choice statuses[] = {
	{ .name = "sketch",
	  .help = N_("ideas are being collected; only what is plainly wrong "
		     "is reported") },
	{ .name = "design",
	  .help = N_("it is being worked out, and judged by all the rules") },
	{ .name = "ready",
	  .help = N_("it is to be carried out; what is still open weighs "
		     "more") },
	{ .name = "live",
	  .help = N_("it is being carried out, and judged as strictly") },
	{ .name = NULL },
};

static const struct choice states[] = {
	{ .name = "planned", .help = N_("the journey as it is to be") },
	{ .name = "actual", .help = N_("the journey as it is today") },
	{ .name = NULL },
};

static const struct choice senses[] = {
	{ .name = "see", .help = N_("what there is to see") },
	{ .name = "hear", .help = N_("what there is to hear") },
	{ .name = "smell", .help = N_("what there is to smell") },
	{ .name = "taste", .help = N_("what there is to taste") },
	{ .name = "feel", .help = N_("what there is to touch and to feel") },
	{ .name = NULL },
};

static const struct choice phases[] = {
	{ .name = "before", .help = N_("before the visit or purchase") },
	{ .name = "during", .help = N_("during the visit or purchase") },
	{ .name = "after", .help = N_("after the visit or purchase") },
	{ .name = NULL },
};

static const struct choice owner_kinds[] = {
	{ .name = "person", .help = N_("somebody a customer can meet") },
	{ .name = "team", .help = N_("a group that answers as one") },
	{ .name = "system", .help = N_("a machine or program at work") },
	{ .name = NULL },
};

const struct field fields_journey[J_FIELDS] = {
	[J_SENSEBOARD] = {
		.name = "senseboard",
		.label = N_("format"),
		.help = N_("The version of the file format, which is 1."),
		.kind = FIELD_OTHER,
		.group = GROUP_OTHER,
	},
	[J_TITLE] = {
		.name = "title",
		.label = N_("title"),
		.help = N_("Say what the customer is doing, in their own "
			   "voice: I replace my debit card."),
		.kind = FIELD_TEXT,
		.group = GROUP_STORY,
		.synonyms = (const char *const[]){ "name", "journey", NULL },
	},
	[J_PROMISE] = {
		.name = "promise",
		.label = N_("promise"),
		.help = N_("What should customers be able to say about the "
			   "whole journey once it is over?"),
		.kind = FIELD_LONG,
		.group = GROUP_STORY,
	},
	[J_STATUS] = {
		.name = "status",
		.label = N_("status"),
		.help = N_("How far has the design come? The further, the "
			   "more strictly it is judged."),
		.kind = FIELD_CHOICE,
		.group = GROUP_STORY,
		.choices = statuses,
	},
	[J_STATE] = {
		.name = "state",
		.label = N_("state"),
		.help = N_("Is this the journey you plan, or the one that "
			   "customers actually have today?"),
		.kind = FIELD_CHOICE,
		.group = GROUP_STORY,
		.choices = states,
	},
	[J_SPONSOR] = {
		.name = "sponsor",
		.label = N_("sponsor"),
		.help = N_("Which owner answers for this journey in the "
			   "boardroom?"),
		.kind = FIELD_OWNER,
		.group = GROUP_STORY,
	},
	[J_MAINTAINER] = {
		.name = "maintainer",
		.label = N_("maintainer"),
		.help = N_("Who keeps this file true? Nobody owns a "
			   "customer, but somebody minds the map."),
		.kind = FIELD_TEXT,
		.group = GROUP_STORY,
		.synonyms = (const char *const[]){ "author", NULL },
	},
	[J_REVIEWED] = {
		.name = "reviewed",
		.label = N_("reviewed"),
		.help = N_("When did somebody last make sure that all this "
			   "is true? A date such as 2026-11-21."),
		.kind = FIELD_DATE,
		.group = GROUP_STORY,
	},
	[J_UNUSED_SENSES] = {
		.name = "unused-senses",
		.label = N_("unused senses"),
		.help = N_("Which senses do you leave out on purpose?"),
		.kind = FIELD_CHOICES,
		.group = GROUP_SENSES,
		.choices = senses,
	},
	[J_RULES] = {
		.name = "rules",
		.label = N_("rules"),
		.help = N_("How much single rules matter here: none, hint, "
			   "warning or error."),
		.kind = FIELD_OTHER,
		.shape = "{no-how: warning, empty-stage: none}",
		.group = GROUP_OTHER,
	},
	[J_WAIVE] = {
		.name = "waive",
		.label = N_("waivers"),
		.help = N_("Findings that you accept for the whole journey, "
			   "each with a reason."),
		.kind = FIELD_OTHER,
		.shape = "- {rule: no-how, because: agreed at the counter}",
		.group = GROUP_OTHER,
	},
	[J_CUSTOMERS] = {
		.name = "customers",
		.label = N_("customers"),
		.help = N_("The people, or the kinds of people, whose journey "
			   "this is."),
		.kind = FIELD_CHILDREN,
		.group = GROUP_OTHER,
		.synonyms = (const char *const[]){ "customer", "personas",
						   "persona", NULL },
	},
	[J_OWNERS] = {
		.name = "owners",
		.label = N_("owners"),
		.help = N_("The people, teams and systems that may own an "
			   "interaction."),
		.kind = FIELD_CHILDREN,
		.group = GROUP_OTHER,
		.synonyms = (const char *const[]){ "people", "actors", NULL },
	},
	[J_STAGES] = {
		.name = "stages",
		.label = N_("stages"),
		.help = N_("The stages of the journey, in the order in which "
			   "customers live them."),
		.kind = FIELD_CHILDREN,
		.group = GROUP_OTHER,
		.synonyms = (const char *const[]){ "stage", "phases", NULL },
	},
	[J_WALKS] = {
		.name = "walks",
		.label = N_("walks"),
		.help = N_("What people felt who walked through the journey "
			   "step by step."),
		.kind = FIELD_OTHER,
		.shape = "- {date: 2026-11-21, by: Ian, faces: {bracelet: delighted}}",
		.group = GROUP_IMPRESSION,
	},
	[J_NOTES] = {
		.name = "notes",
		.label = N_("notes"),
		.help = N_("Anything else worth keeping with the journey."),
		.kind = FIELD_LONG,
		.group = GROUP_OTHER,
		.synonyms = (const char *const[]){ "note", "comments", NULL },
	},
};

const struct field fields_customer[C_FIELDS] = {
	[C_ID] = {
		.name = "id",
		.label = N_("id"),
		.help = N_("A short name of small letters, digits and "
			   "hyphens that others refer to."),
		.kind = FIELD_ID,
		.group = GROUP_STORY,
	},
	[C_NAME] = {
		.name = "name",
		.label = N_("name"),
		.help = N_("What do you call this customer? A real name makes "
			   "a person of a segment."),
		.kind = FIELD_TEXT,
		.group = GROUP_STORY,
	},
	[C_ABOUT] = {
		.name = "about",
		.label = N_("about"),
		.help = N_("Who are they, in a sentence?"),
		.kind = FIELD_LONG,
		.group = GROUP_STORY,
		.synonyms = (const char *const[]){ "description", NULL },
	},
	[C_NEEDS] = {
		.name = "needs",
		.label = N_("needs"),
		.help = N_("What must they get for the journey to have been "
			   "worth it?"),
		.kind = FIELD_TEXTS,
		.group = GROUP_LINKS,
		.synonyms = (const char *const[]){ "need", NULL },
	},
	[C_DESIRES] = {
		.name = "desires",
		.label = N_("desires"),
		.help = N_("What would they love to get, and never ask for?"),
		.kind = FIELD_TEXTS,
		.group = GROUP_LINKS,
		.synonyms = (const char *const[]){ "desire", "wants", NULL },
	},
};

const struct field fields_owner[O_FIELDS] = {
	[O_ID] = {
		.name = "id",
		.label = N_("id"),
		.help = N_("A short name of small letters, digits and "
			   "hyphens that touchpoints refer to."),
		.kind = FIELD_ID,
		.group = GROUP_STORY,
	},
	[O_NAME] = {
		.name = "name",
		.label = N_("name"),
		.help = N_("Who is it that can own an interaction?"),
		.kind = FIELD_TEXT,
		.group = GROUP_STORY,
	},
	[O_ROLE] = {
		.name = "role",
		.label = N_("role"),
		.help = N_("What do they do?"),
		.kind = FIELD_TEXT,
		.group = GROUP_STORY,
	},
	[O_TEAM] = {
		.name = "team",
		.label = N_("team"),
		.help = N_("Which team or department do they belong to?"),
		.kind = FIELD_TEXT,
		.group = GROUP_STORY,
		.synonyms = (const char *const[]){ "department", NULL },
	},
	[O_KIND] = {
		.name = "kind",
		.label = N_("kind"),
		.help = N_("Is it a person, a team or a system? Service "
			   "happens between people."),
		.kind = FIELD_CHOICE,
		.group = GROUP_KIND,
		.choices = owner_kinds,
		.synonyms = (const char *const[]){ "type", NULL },
	},
	[O_MAY] = {
		.name = "may",
		.label = N_("may"),
		.help = N_("What may they do for a customer without asking "
			   "anyone?"),
		.kind = FIELD_LONG,
		.group = GROUP_CARE,
	},
};

const struct field fields_stage[S_FIELDS] = {
	[S_ID] = {
		.name = "id",
		.label = N_("id"),
		.help = N_("A short name of small letters, digits and "
			   "hyphens, unique among the stages."),
		.kind = FIELD_ID,
		.group = GROUP_STORY,
	},
	[S_NAME] = {
		.name = "name",
		.label = N_("name"),
		.help = N_("What would the customer call this part of the "
			   "journey?"),
		.kind = FIELD_TEXT,
		.group = GROUP_STORY,
		.synonyms = (const char *const[]){ "title", NULL },
	},
	[S_WHEN] = {
		.name = "when",
		.label = N_("when"),
		.help = N_("Does it lie before, during or after the visit or "
			   "purchase? A journey has all three."),
		.kind = FIELD_CHOICE,
		.group = GROUP_STORY,
		.choices = phases,
		.synonyms = (const char *const[]){ "phase", NULL },
	},
	[S_GOAL] = {
		.name = "goal",
		.label = N_("goal"),
		.help = N_("What does the customer want to have reached by "
			   "the end of it?"),
		.kind = FIELD_LONG,
		.group = GROUP_STORY,
	},
	[S_NOTES] = {
		.name = "notes",
		.label = N_("notes"),
		.help = N_("Anything else worth keeping with the stage."),
		.kind = FIELD_LONG,
		.group = GROUP_OTHER,
		.synonyms = (const char *const[]){ "note", NULL },
	},
	[S_WAIVE] = {
		.name = "waive",
		.label = N_("waivers"),
		.help = N_("Findings that you accept for this stage and all "
			   "in it, each with a reason."),
		.kind = FIELD_OTHER,
		.shape = "- {rule: no-how, because: agreed at the counter}",
		.group = GROUP_OTHER,
	},
	[S_TOUCHPOINTS] = {
		.name = "touchpoints",
		.label = N_("touchpoints"),
		.help = N_("The moments in which the customer meets you, in "
			   "order."),
		.kind = FIELD_CHILDREN,
		.group = GROUP_OTHER,
		.synonyms = (const char *const[]){ "touchpoint", "steps",
						   "interactions", NULL },
	},
};
