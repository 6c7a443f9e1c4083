/** Tag corrections: how editors change the tags of an article, and where that is shown. */
@NullMarked
package io.keeling.desk.corrections;

import org.jspecify.annotations.NullMarked;
