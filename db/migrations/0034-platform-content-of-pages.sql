-- What else stands on public pages: when places are open, and the cards of the services.
select counts_as_content('place_hours');
select counts_as_content('place_exceptions');
select counts_as_content('services');
select counts_as_content('service_places');
select counts_as_content('service_freshness');
select counts_as_content('organisation_closures');
