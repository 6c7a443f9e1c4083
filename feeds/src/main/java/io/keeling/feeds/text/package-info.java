/** Article text as it is shown. */
@NullMarked
package io.keeling.feeds.text;

import org.jspecify.annotations.NullMarked;
