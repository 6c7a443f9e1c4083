/** Article text as it is shown. */
@NullMarked
package io.keeling.search.text;

import org.jspecify.annotations.NullMarked;
