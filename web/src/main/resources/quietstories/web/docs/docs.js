/**
 * Shows the description of the interface, by whichever library its page has loaded. The token that
 * the story's page was given goes along, since a server with a token hides its description too.
 */
const token = sessionStorage.getItem('quietstories-token');
const authorization = token ? { Authorization: `Bearer ${token}` } : {};
const place = document.querySelector('main');

function sign(request) {
  Object.assign(request.headers, authorization);
  return request;
}

const response = await fetch('/openapi.json', { headers: authorization });
if (!response.ok) {
  const words = document.createElement('p');
  words.append(
    response.status === 401
      ? 'This server asks for a token. Give it to the story’s page first, in this same tab.'
      : `The description could not be read (${response.status}).`,
  );
  place.append(words);
} else if (place.id === 'swagger') {
  window.SwaggerUIBundle({
    spec: await response.json(),
    domNode: place,
    requestInterceptor: sign,
    deepLinking: true,
  });
} else {
  window.Redoc.init(await response.json(), { hideDownloadButton: true, disableSearch: false }, place);
}
