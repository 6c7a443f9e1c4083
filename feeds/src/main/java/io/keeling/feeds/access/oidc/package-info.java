/** Signing in with OpenID Connect. */
@NullMarked
package io.keeling.feeds.access.oidc;

import org.jspecify.annotations.NullMarked;
