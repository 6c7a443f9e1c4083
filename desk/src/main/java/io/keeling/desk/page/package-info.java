/** Templates, frame, forms and error page, for all pages. */
@NullMarked
package io.keeling.desk.page;

import org.jspecify.annotations.NullMarked;
