/** Whether a role can work, and does. */
@NullMarked
package io.keeling.runtime.health;

import org.jspecify.annotations.NullMarked;
