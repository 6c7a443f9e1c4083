/** Signing in with OpenID Connect. */
@NullMarked
package io.keeling.desk.access.oidc;

import org.jspecify.annotations.NullMarked;
