/** The pages that editors see. */
@NullMarked
package io.keeling.feeds.page;

import org.jspecify.annotations.NullMarked;
