/**
 * The parts of dates as people and programs write them: names of months, zones, shortened numbers.
 * Pages and feeds are read by two policies on purpose. A page's date is among words of all kinds,
 * so doubtful parts are ignored ({@code reader.dates}). A feed's field is only a date, so it is
 * read as what it most likely means ({@code ingest.listing.FeedDates}).
 */
@NullMarked
package io.keeling.reader.calendar;

import org.jspecify.annotations.NullMarked;
