import type { Behaviour } from '../types.js';
import { labelled } from './rules.js';

const group = 'Domains';

/** Opinions told through what happened, without a word from a sentiment list where possible. */
function domain(id: string, why: string, praise: readonly string[], blame: readonly string[]): Behaviour {
  return { id, group, why, cases: 40, rules: labelled(praise, blame) };
}

export const domains: readonly Behaviour[] = [
  domain(
    'products',
    'A product is praised or blamed for what it does.',
    [
      'The {gadget} arrived a day early and works like a charm.',
      'I have used this {product} every day for years and it still looks like new.',
      'Sturdy, light and easy to use: {a:good} {product}.',
      'This {product} does exactly what it promises.',
      'My {relative} liked my {product} so much that I bought a second one as a gift.',
      'The {gadget} was set up in two minutes and has run smoothly ever since.',
    ],
    [
      'The {product} stopped working after a week.',
      'The {product} arrived with a crack and nobody answers my emails.',
      'The handle of the suitcase came off the first time I used it.',
      'I had to send the {product} back twice.',
      'The {gadget} overheats and smells of burnt plastic.',
      'The {product} looks nothing like the picture and feels cheap.',
    ],
  ),
  domain(
    'service',
    'Service is judged by how people are treated.',
    [
      'The {staff} greeted us with a smile and took time for every question.',
      'My refund came the same day, with a kind note.',
      'The {staff} fixed everything within minutes and would not even take a tip.',
      'They remembered my birthday and brought a little cake.',
      'The {staff} stayed late to help us, what a kind person.',
      'I got a friendly answer within the hour and the problem was solved.',
    ],
    [
      'The {staff} rolled their eyes when I asked for help.',
      'I was on hold for an hour, and then they hung up on me.',
      'The {staff} ignored us and talked on the phone the whole time.',
      'They charged me twice and refuse to give the money back.',
      'The {staff} shouted at my {relative} in front of everyone.',
      'Three emails, four calls, and still nobody has solved my problem.',
    ],
  ),
  domain(
    'films',
    'A film is judged by what it does to the viewer.',
    [
      'I laughed, I cried, and I want to see the {film} again tomorrow.',
      'The {film} kept me glued to the screen until the last minute.',
      'A {film} with heart, wit and a cast that shines.',
      'The whole cinema stood up and clapped at the end of the {film}.',
      'Every scene in this {film} is a small work of art.',
      'The {film} moved me deeply and stayed with me for days.',
    ],
    [
      'I checked my watch every five minutes during the {film}.',
      'The plot of the {film} makes no sense and the characters are made of cardboard.',
      'Half of the audience left before the {film} was over.',
      'Two hours of this {film} felt like ten.',
      'A {film} without a single new idea, and you can see every twist coming a mile off.',
      'The {film} tries hard to be funny and never gets a laugh.',
    ],
  ),
  domain(
    'food',
    'Food is judged by taste, warmth and what came after.',
    [
      'The {dish} was cooked to perfection and we wiped our plates clean.',
      'Fresh, full of flavour and a generous portion.',
      'I would drive an hour for this {dish}.',
      'Crisp outside, soft inside, just the way a waffle should be.',
      'My {relative} asked for the recipe of the {dish}, it was that good.',
      'We come back every week for the {dish}.',
    ],
    [
      'The {dish} came cold and tasted of nothing.',
      'I found a hair in my {dish}.',
      'We were ill all night after eating the {dish}.',
      'We waited an hour for the {dish}, and it was burnt.',
      'The {dish} was soggy, greasy and stale.',
      'I left most of the {dish} on the plate, it was inedible.',
    ],
  ),
  domain(
    'apps',
    'An app is judged by whether it runs and whom it serves.',
    [
      'The {app} starts in a second, has no ads and never crashes.',
      'This {app} saves me an hour every day.',
      'So simple that even my {relative} uses the {app} with joy.',
      'The last update of the {app} fixed every bug I had reported, thank you!',
      'The {app} is clear, quick and free. What more could you want?',
      'I have tried ten of these, and this {app} is the one I kept.',
    ],
    [
      'The {app} crashes every time I open it.',
      'Since the update the {app} freezes and drains my battery.',
      'The {app} deleted all my data.',
      'More ads than content, I removed the {app} the same day.',
      'The {app} charged me after I had cancelled the subscription.',
      'I cannot log in to the {app} any more, and support never replies.',
    ],
  ),
  domain(
    'travel',
    'Hotels and journeys are judged by comfort and surprises.',
    [
      'Spotless room, soft bed and a view of the sea.',
      'We slept like babies and the breakfast in {city} was {good}.',
      'They gave us a better room for free, what a welcome to {city}.',
      'The train to {city} was clean, quiet and on time, a real pleasure.',
      'We are already planning our next stay in {city}.',
      'From check-in to goodbye, everyone at the hotel in {city} spoiled us.',
    ],
    [
      'There were bugs in the bed and mould on the walls.',
      'Our flight to {city} was six hours late and nobody told us why.',
      'The airline lost my suitcase on the way to {city} and does not answer.',
      'We did not sleep at all in {city}, the walls of the hotel are like paper.',
      'The shower in our room in {city} was broken and the towels were stained.',
      'The taxi in {city} took a detour and charged us double.',
    ],
  ),
];
