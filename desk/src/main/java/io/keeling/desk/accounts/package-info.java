/** Accounts: the pages on which people sign in and look after them, and OpenID Connect. */
@NullMarked
package io.keeling.desk.accounts;

import org.jspecify.annotations.NullMarked;
