/** Whether the desk can answer, and its metrics. */
@NullMarked
package io.keeling.feeds.health;

import org.jspecify.annotations.NullMarked;
