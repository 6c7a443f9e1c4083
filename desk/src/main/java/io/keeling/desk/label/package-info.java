/** What topics, countries and languages are called. */
@NullMarked
package io.keeling.desk.label;

import org.jspecify.annotations.NullMarked;
