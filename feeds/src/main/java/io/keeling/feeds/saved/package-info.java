/** Searches that editors save by name. */
@NullMarked
package io.keeling.feeds.saved;

import org.jspecify.annotations.NullMarked;
