/** What every page shares: templates, the frame, forms and what is said of a failure. */
@NullMarked
package io.keeling.desk.page;

import org.jspecify.annotations.NullMarked;
