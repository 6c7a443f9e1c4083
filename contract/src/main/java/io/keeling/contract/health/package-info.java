/** Whether a role can work, and does. */
@NullMarked
package io.keeling.contract.health;

import org.jspecify.annotations.NullMarked;
