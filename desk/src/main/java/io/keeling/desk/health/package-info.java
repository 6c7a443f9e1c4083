/** Health checks and metrics. */
@NullMarked
package io.keeling.desk.health;

import org.jspecify.annotations.NullMarked;
