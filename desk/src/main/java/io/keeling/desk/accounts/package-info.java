/** Pages for signing in and for managing accounts, and OpenID Connect. */
@NullMarked
package io.keeling.desk.accounts;

import org.jspecify.annotations.NullMarked;
