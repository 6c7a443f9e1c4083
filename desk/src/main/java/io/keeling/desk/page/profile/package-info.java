/** Pages that show what something is, how much of it there is, and where. */
@NullMarked
package io.keeling.desk.page.profile;

import org.jspecify.annotations.NullMarked;
