/** Pages that show what something is, how much of it there is, and where. */
@NullMarked
package io.keeling.feeds.page.profile;

import org.jspecify.annotations.NullMarked;
