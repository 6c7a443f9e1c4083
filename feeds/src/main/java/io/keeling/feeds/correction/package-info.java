/** What editors say of tags. */
@NullMarked
package io.keeling.feeds.correction;

import org.jspecify.annotations.NullMarked;
