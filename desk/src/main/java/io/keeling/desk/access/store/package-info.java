/** Accounts, sessions, invitations and the audit log in the database. */
@NullMarked
package io.keeling.desk.access.store;

import org.jspecify.annotations.NullMarked;
