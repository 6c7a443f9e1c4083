/** Whether the desk can answer, and its metrics. */
@NullMarked
package io.keeling.desk.health;

import org.jspecify.annotations.NullMarked;
