/** Watches whether a role can work and makes progress. */
@NullMarked
package io.keeling.runtime.health;

import org.jspecify.annotations.NullMarked;
