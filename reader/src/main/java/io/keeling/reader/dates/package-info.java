/** When an article was published and changed. */
@NullMarked
package io.keeling.reader.dates;

import org.jspecify.annotations.NullMarked;
