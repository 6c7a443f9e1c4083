/** Names of topics, countries and languages, and words for dates, filters and citations. */
@NullMarked
package io.keeling.desk.label;

import org.jspecify.annotations.NullMarked;
