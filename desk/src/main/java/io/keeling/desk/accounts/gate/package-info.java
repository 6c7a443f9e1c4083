/** Checks every request before its action runs: credentials, roles, form tokens, throttling. */
@NullMarked
package io.keeling.desk.accounts.gate;

import org.jspecify.annotations.NullMarked;
