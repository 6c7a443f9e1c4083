/** Words and phrases that pages use, by language. */
@NullMarked
package io.keeling.reader.wording;

import org.jspecify.annotations.NullMarked;
