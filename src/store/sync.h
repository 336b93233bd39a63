/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Getting an open file onto the disk without anybody waiting for it: a thread
 * that does nothing but fdatasync(), 200 ms after the last write and at most
 * a second after the first.  With nothing to do it sleeps.
 */
#ifndef SENSEBOARD_STORE_SYNC_H
#define SENSEBOARD_STORE_SYNC_H

struct syncer;

/* A syncer of no file yet; its thread begins with the first one to sync. */
struct syncer *syncer_new(void);

/* Waits for no disk: neither for a sync under way nor for one to come. */
void syncer_free(struct syncer *s);

/* From now on it is about FD, a new file in FOLDER, which both stay the
 * caller's; -1: none. */
void syncer_follow(struct syncer *s, int fd, int folder);

/* Something has been written. */
void syncer_wrote(struct syncer *s);

/* The errno value of a sync that has failed, once; or 0. */
int syncer_failed(struct syncer *s);

#endif
