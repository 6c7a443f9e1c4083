/** The pages by which operators run Keeling. */
@NullMarked
package io.keeling.feeds.operation.page;

import org.jspecify.annotations.NullMarked;
