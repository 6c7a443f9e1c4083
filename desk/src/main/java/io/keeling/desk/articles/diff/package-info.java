/** How two wordings differ. */
@NullMarked
package io.keeling.desk.articles.diff;

import org.jspecify.annotations.NullMarked;
