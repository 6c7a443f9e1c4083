/**
 * What dates are made of, for whoever reads dates as people and programs write them: names of
 * months, zones, shortened numbers. Pages and feeds read by two policies on purpose. A page's date
 * stands in words of all kinds, so what is doubtful in it is left ({@code reader.dates}); a feed's
 * field is a date and nothing else, so it is read for what it most likely means ({@code
 * ingest.listing.FeedDates}).
 */
@NullMarked
package io.keeling.reader.calendar;

import org.jspecify.annotations.NullMarked;
