/** The pages that editors see. */
@NullMarked
package io.keeling.desk.page;

import org.jspecify.annotations.NullMarked;
