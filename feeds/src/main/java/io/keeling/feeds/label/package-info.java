/** What topics, countries and languages are called. */
@NullMarked
package io.keeling.feeds.label;

import org.jspecify.annotations.NullMarked;
