/**
 * A file dropped where no screen takes it would be opened by the browser in place of the program. Screens that take files listen later than this and
 * say so in the event.
 */
export function refuseDrops(): void {
  window.addEventListener('dragover', (event) => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
  });
  window.addEventListener('drop', (event) => event.preventDefault());
}
