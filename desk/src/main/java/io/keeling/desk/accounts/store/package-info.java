/** Accounts, sessions, tokens and invitations in the database. */
@NullMarked
package io.keeling.desk.accounts.store;

import org.jspecify.annotations.NullMarked;
